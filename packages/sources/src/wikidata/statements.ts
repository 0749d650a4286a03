import { parseWikidataQid, type WikidataQid } from './ids.ts';
import { END_TIME } from './properties.ts';

export type Rank = 'preferred' | 'normal';

/** A statement that says something: its value as the dump has it, what it is worth, and whether it has ended. */
export interface Statement {
  readonly value: unknown;
  readonly rank: Rank;
  readonly ended: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** An object's fields; empty for anything else, since empty maps of a dump may be `[]`. */
export function fieldsOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** "Ended at an unknown time" has ended; "has no end" has not. */
function hasEnded(statement: Json): boolean {
  const ends = listOf(fieldsOf(statement.qualifiers)[END_TIME]);
  return ends.some((end) => fieldsOf(end).snaktype !== 'novalue');
}

/** The statements of a property that have a value, without the deprecated ones. */
export function listStatements(claims: Json, property: string): Statement[] {
  return listOf(claims[property]).flatMap((each) => {
    const statement = fieldsOf(each);
    const snak = fieldsOf(statement.mainsnak);
    if (snak.snaktype !== 'value' || statement.rank === 'deprecated') return [];
    const rank = statement.rank === 'preferred' ? 'preferred' : 'normal';
    return [{ value: fieldsOf(snak.datavalue).value, rank, ended: hasEnded(statement) }];
  });
}

/** The item a value names. Old dumps have the number alone. */
export function itemOfValue(value: unknown): WikidataQid | null {
  const { id, 'numeric-id': number } = fieldsOf(value);
  if (typeof id === 'string') return parseWikidataQid(id);
  return typeof number === 'number' ? parseWikidataQid(`Q${number}`) : null;
}

const YEAR_PRECISION = 9;

/** The year of a value that is known to the year at least. */
export function yearOfValue(value: unknown): number | null {
  const { time, precision } = fieldsOf(value);
  if (typeof time !== 'string' || typeof precision !== 'number' || precision < YEAR_PRECISION) return null;
  const year = Number(/^\+0*(\d{4})-/.exec(time)?.[1] ?? 0);
  return year > 0 ? year : null;
}

/** Whether a statement is among the best: preferred, or any where none is preferred. */
export function isBest(rank: Rank, statements: readonly { readonly rank: Rank }[]): boolean {
  return rank === 'preferred' || statements.every((other) => other.rank !== 'preferred');
}
