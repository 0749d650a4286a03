import { type RawBuilder, sql } from 'kysely';
import type { Expression, TextTerm } from './query/expression.ts';

const MAX_WORDS = 6;

/** The part of a query that may have been misspelt, or be the name of a track or another name of an artist. */
export interface Guess {
  /** Words of no field, or of artist or title. */
  readonly any: string | null;
  readonly artist: string | null;
  readonly album: string | null;
  readonly terms: readonly TextTerm[];
  /** Whether a part is in quotes: then it is not misspelt. */
  readonly exact: boolean;
  /** What rows must meet besides, whatever their names. */
  readonly rest: readonly Expression[];
}

/** Of a list of wanted things, the plain words; null where there are none, only one letter, or so many that it is no name. */
export function readGuess(expression: Expression | null): Guess | null {
  if (expression === null) return null;
  const operands = expression.kind === 'and' ? expression.operands : [expression];
  const texts = operands.filter((operand) => operand.kind === 'text');
  const bare = texts.filter(({ field }) => field === null);
  const named = texts.filter(({ field }) => field === 'artist' || field === 'album');
  const terms = bare.length > 0 ? bare : named;
  const letters =
    terms
      .map(({ text }) => text)
      .join('')
      .match(/[\p{L}\p{N}]/gu) ?? [];
  if (terms.length === 0 || terms.length > MAX_WORDS || letters.length < 2) return null;
  const join = (field: TextTerm['field']) =>
    terms
      .filter((term) => term.field === field)
      .map(({ text }) => text)
      .join(' ') || null;
  return {
    any: join(null),
    artist: join('artist'),
    album: join('album'),
    terms,
    exact: terms.some(({ exact }) => exact),
    rest: operands.filter((operand) => !(terms as readonly Expression[]).includes(operand)),
  };
}

const compilationNames = ['various', 'soundtrack', 'compilation', 'v/a', 'v.a.'];

/** Names that thousands of records are filed under: being like one of them means nothing. */
export function isLikeCompilation(name: string): boolean {
  return compilationNames.some((part) => name.toLowerCase().includes(part));
}

/** The same of a name in a table. */
export function isCompilationSql(name: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(lower(${name}) LIKE ANY (${sql.val(compilationNames.map((part) => `%${part}%`))}::text[]))`;
}
