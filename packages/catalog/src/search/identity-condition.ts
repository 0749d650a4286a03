import { type RawBuilder, sql } from 'kysely';
import type { IdentityStatus } from './query/expression.ts';

const identified = sql`EXISTS (SELECT 1 FROM library_identity s WHERE s.library_id = l.id)`;
const attempt = (condition: RawBuilder<unknown>) =>
  sql`EXISTS (SELECT 1 FROM library_attempt s WHERE s.library_id = l.id AND ${condition})`;
const pending = attempt(sql`s.pending_since IS NOT NULL`);
const answered = (condition: RawBuilder<unknown>) =>
  sql`(NOT ${identified} AND ${attempt(sql`s.pending_since IS NULL AND ${condition}`)})`;

// As `presentRecordIdentity` tells it: the first that holds.
const conditions: Readonly<Record<IdentityStatus, RawBuilder<unknown>>> = {
  pending,
  resolved: sql`(${identified} AND NOT ${pending})`,
  compilation: answered(sql`s.outcome = 'compilation'`),
  unresolved: answered(sql`s.outcome <> 'compilation'`),
  error: answered(sql`s.outcome IS NULL AND s.failed_at IS NOT NULL`),
  never_asked: sql`(NOT ${identified} AND NOT ${attempt(sql`(s.pending_since IS NOT NULL OR s.outcome IS NOT NULL OR s.failed_at IS NOT NULL)`)})`,
};

/** What a wanted method or status of identity demands of a row of `library l`. */
export function identityCondition(
  wanted:
    | { readonly kind: 'method'; readonly method: string }
    | { readonly kind: 'status'; readonly status: IdentityStatus },
): RawBuilder<unknown> {
  if (wanted.kind === 'status') return conditions[wanted.status];
  return sql`EXISTS (SELECT 1 FROM library_identity s WHERE s.library_id = l.id AND s.method = ${wanted.method}::text)`;
}
