import { type RawBuilder, sql } from 'kysely';
import type { Expression, TextTerm } from './query/expression.ts';

const weights = { artist: 'A', album: 'B', label: 'D' } as const;

type Indexed = TextTerm & { readonly field: keyof typeof weights | null };

/** Whether the index of words alone decides this term: no equality of whole names, no table of names. */
export function isIndexed(expression: Expression): expression is Indexed {
  if (expression.kind !== 'text') return false;
  if (expression.field === null) return true;
  return expression.field in weights && !expression.exact;
}

/**
 * A value made of what was asked, made once for a statement. A plan that is kept for other values too does not know it, and would
 * make it again for each row.
 */
export function once(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(SELECT ${value})`;
}

/** The words of a term as a tsquery. */
export function wordsOf({ field, text }: TextTerm): RawBuilder<unknown> {
  const weight = field !== null && field in weights ? weights[field as keyof typeof weights] : '';
  return sql`search_term(${text}::text, ${sql.lit(weight)})`;
}

/** An expression that the index of words alone decides, as one tsquery; null of any other. */
export function asTextQuery(expression: Expression): RawBuilder<unknown> | null {
  switch (expression.kind) {
    case 'text':
      return isIndexed(expression) ? wordsOf(expression) : null;
    case 'not': {
      const operand = asTextQuery(expression.operand);
      return operand === null ? null : sql`(!! ${operand})`;
    }
    case 'and':
    case 'or': {
      const operands = expression.operands.map(asTextQuery);
      return operands.includes(null) ? null : joinQueries(expression.kind, operands as RawBuilder<unknown>[]);
    }
    default:
      return null;
  }
}

/** All that is looked for as words, for ranking: what else is asked ranks nothing, and what is not wanted neither. */
export function asRankQuery(expression: Expression): RawBuilder<unknown> | null {
  switch (expression.kind) {
    case 'text':
      return expression.field === 'genre' || expression.field === 'format' ? null : wordsOf(expression);
    case 'and':
    case 'or': {
      const operands = expression.operands.map(asRankQuery).filter((operand) => operand !== null);
      return operands.length === 0 ? null : joinQueries(expression.kind, operands);
    }
    default:
      return null;
  }
}

export function joinQueries(kind: 'and' | 'or', operands: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(operands, kind === 'and' ? sql` && ` : sql` || `)})`;
}
