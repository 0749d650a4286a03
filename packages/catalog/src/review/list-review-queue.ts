import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import type { Candidate } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import {
  type IdentityColumns,
  identityColumnsSql,
  presentRecordIdentity,
} from '../identity/present-record-identity.ts';
import { formatQueueCursor, parseQueueCursor } from './queue-cursor.ts';
import { isDecidedSql, queueRowsSql } from './queue-rows.ts';
import { doubtSql, type ReviewReason, reviewReasons } from './reasons.ts';

export interface ReviewItem {
  readonly library: {
    readonly id: number;
    readonly artist_name: string;
    readonly album_title: string;
    readonly label: string | null;
    readonly year: number | null;
    readonly format: string | null;
  };
  readonly identity: RecordIdentity;
  readonly reasons: readonly ReviewReason[];
  /** 0 to 1: the chance that some reason is right, were each right by itself as often as its doubt says. */
  readonly uncertainty: number;
  readonly plays: number;
  /** Uncertainty × ln(e + plays): what was never played counts by its uncertainty alone. */
  readonly score: number;
  /** Between which the last answer could not choose, or that came close. */
  readonly candidates: readonly Candidate[];
}

export interface ReviewQuery {
  /** Items of a page. */
  readonly limit: number;
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
  /** Only rows with one of these. Default any. */
  readonly reasons?: readonly ReviewReason[] | undefined;
}

export interface ReviewPage {
  readonly items: readonly ReviewItem[];
  readonly next_cursor: string | null;
}

interface ItemRow extends IdentityColumns, Pick<ReviewItem, 'library' | 'reasons' | 'plays' | 'candidates'> {
  readonly id: number;
  readonly uncertainty: number;
  readonly score: string;
}

/**
 * What is worth a person's look, the likeliest and most played faults first. Rows that were decided on stay away until they
 * change. Throws ReviewCursorError.
 */
export async function listReviewQueue(
  db: CatalogDatabase,
  { limit, cursor, reasons = reviewReasons }: ReviewQuery,
): Promise<ReviewPage> {
  const from = cursor === undefined ? null : parseQueueCursor(cursor);
  const after =
    from === null
      ? sql`true`
      : sql`(score < ${from.score}::numeric OR (score = ${from.score}::numeric AND id > ${from.libraryId}))`;
  const doubts = sql.join(reviewReasons.map((reason) => sql`${doubtSql[reason]}::float8 AS ${sql.ref(reason)}`));
  const chosen = reviewReasons.filter((reason) => reasons.includes(reason));
  const wanted =
    chosen.length === 0 ? sql`false` : sql`num_nonnulls(${sql.join(chosen.map((each) => sql.ref(each)))}) > 0`;
  const { rows } = await sql<ItemRow>`
    WITH doubted AS (
      SELECT l.id, coalesce(p.plays, 0) AS plays, ${doubts} FROM ${queueRowsSql} WHERE NOT ${isDecidedSql}
    ), scored AS (
      SELECT id, plays, uncertainty, round((uncertainty * ln(exp(1::float8) + plays))::numeric, 6) AS score, reasons
      FROM (SELECT id, plays, ${uncertaintySql} AS uncertainty, ${reasonsSql} AS reasons FROM doubted WHERE ${wanted}) AS told
    ), page AS (
      SELECT * FROM scored WHERE ${after} ORDER BY score DESC, id LIMIT ${limit + 1}
    )
    SELECT page.id, page.plays, page.uncertainty, page.score::text AS score, to_jsonb(page.reasons) AS reasons,
      jsonb_build_object('id', l.id, 'artist_name', l.artist_name, 'album_title', l.album_title, 'label', l.label,
        'year', l.year, 'format', f.name) AS library,
      coalesce(a.verdict -> 'candidates', '[]') AS candidates, ${identityColumnsSql}
    FROM page JOIN library l ON l.id = page.id
    LEFT JOIN format f ON f.id = l.format_id
    LEFT JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_attempt a ON a.library_id = l.id
    ORDER BY page.score DESC, page.id`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next_cursor =
    rows.length > limit && last !== undefined ? formatQueueCursor({ score: last.score, libraryId: last.id }) : null;
  return { items: items.map(presentItem), next_cursor };
}

const uncertaintySql = sql`1 - ${sql.join(
  reviewReasons.map((reason) => sql`(1 - coalesce(${sql.ref(reason)}, 0))`),
  sql` * `,
)}`;

const reasonsSql = sql`array_remove(ARRAY[${sql.join(
  reviewReasons.map((reason) => sql`CASE WHEN ${sql.ref(reason)} IS NOT NULL THEN ${sql.lit(reason)} END`),
)}], NULL)`;

function presentItem({ library, reasons, uncertainty, plays, score, candidates, ...identity }: ItemRow): ReviewItem {
  return {
    library,
    identity: presentRecordIdentity(identity),
    reasons,
    uncertainty,
    plays,
    score: Number(score),
    candidates,
  };
}
