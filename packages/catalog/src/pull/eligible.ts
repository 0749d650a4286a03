import { type RawBuilder, sql } from 'kysely';
import { isVariousSql } from '../identity/questions.ts';
import type { PullFlags } from './flags.ts';

/** Which rows one drain goes through. Every library row is in exactly one cohort. */
export type Cohort = 'va' | 'non_va';

/**
 * Whether a row `l` is to be asked about, as a condition over `library l LEFT JOIN library_identity i LEFT JOIN library_attempt a
 * LEFT JOIN legacy_identity e`. `now` is the run's own, so that no row falls between two pages of one run.
 *
 * | flags | rows |
 * |---|---|
 * | includeNullCanonical | a stale identity; or none, and never answered or answered with nothing too long ago; or edited and still waiting |
 * | without, `non_va` | known to the older systems, and no fresh identity |
 * | without, `va` | the same, and never answered or too long ago |
 * | recheck, `va` | answered before, however fresh |
 */
export function eligibleSql(cohort: Cohort, flags: PullFlags, now: string): RawBuilder<boolean> {
  const freshSince = daysBefore(now, flags.staleThresholdDays);
  const retryBefore = daysBefore(now, flags.unresolvedRetryDays);
  const inCohort = cohort === 'va' ? isVariousSql : sql`NOT ${isVariousSql}`;
  const { index, count } = flags.partition;
  const inPartition = count === 1 ? sql`true` : sql`l.id % ${sql.lit(count)} = ${sql.lit(index)}`;
  // An answer that left no identity is the marker, whatever it named: people may have taken all of it away.
  const marker = sql`(CASE WHEN i.library_id IS NULL OR a.outcome <> 'single_artist' THEN a.attempted_at END)`;
  const notAskedLately = sql`(${marker} IS NULL OR ${marker} < ${retryBefore})`;
  const notFresh = sql`(i.library_id IS NULL OR i.last_verified_at < ${freshSince})`;
  const due = flags.recheck
    ? sql`${sql.lit(cohort === 'va')} AND ${marker} IS NOT NULL`
    : flags.includeNullCanonical
      ? sql`((i.library_id IS NOT NULL AND i.last_verified_at < ${freshSince})
          OR (i.library_id IS NULL AND ${notAskedLately})
          OR a.pending_since < ${minutesBefore(now, 10)})`
      : sql`e.library_id IS NOT NULL AND ${notFresh} AND ${cohort === 'va' ? notAskedLately : sql`true`}`;
  return sql<boolean>`(${inCohort} AND ${inPartition} AND ${due})`;
}

function daysBefore(now: string, days: number): RawBuilder<unknown> {
  return sql`(${now}::timestamptz - make_interval(days => ${sql.lit(days)}))`;
}

function minutesBefore(now: string, minutes: number): RawBuilder<unknown> {
  return sql`(${now}::timestamptz - make_interval(mins => ${sql.lit(minutes)}))`;
}
