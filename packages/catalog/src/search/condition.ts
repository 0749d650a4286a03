import { type RawBuilder, sql } from 'kysely';
import { identityCondition } from './identity-condition.ts';
import type { Expression, TextTerm } from './query/expression.ts';
import { hasWords } from './query/read-term.ts';
import { asTextQuery, joinQueries, once, wordsOf } from './text-query.ts';

type Sql = RawBuilder<unknown>;

/** What an expression demands of a row of `library l`. */
export function conditionOf(expression: Expression): Sql {
  const query = asTextQuery(expression);
  if (query !== null) return sql`l.search_doc @@ ${once(query)}`;
  switch (expression.kind) {
    case 'and':
      return all(andConditions(expression.operands));
    case 'or':
      return sql`(${sql.join(expression.operands.map(conditionOf), sql` OR `)})`;
    case 'not':
      return notCondition(expression.operand);
    case 'text':
      return fieldCondition(expression);
    case 'year':
      return sql`l.year BETWEEN ${sql.lit(expression.from ?? 0)} AND ${sql.lit(expression.to ?? 9999)}`;
    case 'id':
      return sql`l.id = ${sql.lit(expression.id)}`;
    case 'method':
    case 'status':
      return identityCondition(expression);
  }
}

/** What looks in other tables is never unknown: plainly denied, it can be joined. */
function notCondition(operand: Expression): Sql {
  const looksElsewhere = operand.kind === 'method' || operand.kind === 'status';
  return looksElsewhere ? sql`NOT ${conditionOf(operand)}` : sql`(${conditionOf(operand)}) IS NOT TRUE`;
}

/** One look-up of words for all the operands that are words. */
function andConditions(operands: readonly Expression[]): Sql[] {
  const queries: Sql[] = [];
  const others: Sql[] = [];
  for (const operand of operands) {
    const query = asTextQuery(operand);
    if (query === null) others.push(conditionOf(operand));
    else queries.push(query);
  }
  return queries.length === 0 ? others : [sql`l.search_doc @@ ${once(joinQueries('and', queries))}`, ...others];
}

export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`TRUE` : sql`(${sql.join(conditions, sql` AND `)})`;
}

/** A whole name; or a name of a table of names, by its words. */
function fieldCondition(term: TextTerm): Sql {
  const folded = once(sql`search_fold(${term.text}::text)`);
  // The words find the rows, the name decides. A name without words is found by itself.
  const found = hasWords(term.text) ? sql`l.search_doc @@ ${once(wordsOf(term))} AND ` : sql``;
  switch (term.field) {
    case 'artist':
      return hasWords(term.text)
        ? sql`(${found}(l.artist_fold = ${folded} OR search_fold(l.album_artist) = ${folded}))`
        : sql`l.artist_fold = ${folded}`;
    case 'album':
      return sql`(${found}l.title_fold = ${folded})`;
    case 'label':
      return sql`(${found}search_fold(l.label) = ${folded})`;
    case 'genre':
      return sql`l.genre_id = ANY (${namedIds('genre', nameCondition(term))})`;
    case 'format':
      return sql`l.format_id = ANY (${namedIds('format', nameCondition(term))})`;
    default:
      return sql`l.search_doc @@ ${once(wordsOf(term))}`;
  }
}

function nameCondition({ text, exact }: TextTerm): Sql {
  return exact
    ? sql`search_fold(name) = ${once(sql`search_fold(${text}::text)`)}`
    : sql`to_tsvector('simple', search_fold(name)) @@ ${once(sql`search_term(${text}::text, '')`)}`;
}

/** Ids of a small table of names, found once. */
export function namedIds(table: 'genre' | 'format', condition: Sql): Sql {
  return sql`ARRAY(SELECT id FROM ${sql.table(table)} WHERE ${condition})`;
}
