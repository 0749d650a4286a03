import type { ReviewItem, ReviewResponse } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import {
  type IdentityColumns,
  identityColumnsSql,
  joinIdentity,
  presentRecordIdentity,
} from '../identity/present-record-identity.ts';
import { evidenceSql } from './evidence.ts';
import { formatQueueCursor, parseQueueCursor } from './queue-cursor.ts';
import { fingerprintSql, isDecidedSql, reviewedSql } from './queue-rows.ts';
import { doubtSql, type ReviewReason, reviewReasons } from './reasons.ts';

export interface ReviewQuery {
  /** Items of a page. */
  readonly limit: number;
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
  /** Only rows with one of these. Default any. */
  readonly reasons?: readonly ReviewReason[] | undefined;
}

interface ItemRow extends IdentityColumns, Omit<ReviewItem, 'identity' | 'score'> {
  readonly id: number;
  /** As the database writes it. */
  readonly score: string;
  /** Whether no row that was not looked at may score as much. */
  readonly is_ahead: boolean;
}

/**
 * What is worth a person's look, the likeliest and most played faults first: uncertainty, the chance that some reason is right
 * were each right as often as its doubt says, times plays and one. Rows that were decided on stay away until they change. Throws
 * ReviewCursorError.
 */
export async function listReviewQueue(
  db: CatalogDatabase,
  { limit, cursor, reasons = reviewReasons }: ReviewQuery,
): Promise<ReviewResponse> {
  const from = cursor === undefined ? null : parseQueueCursor(cursor);
  const after =
    from === null
      ? sql`true`
      : sql`(score < ${from.score}::numeric OR (score = ${from.score}::numeric AND id > ${from.libraryId}))`;
  const doubts = sql.join(reviewReasons.map((reason) => sql`${doubtSql[reason]}::float8 AS ${sql.ref(reason)}`));
  const chosen = reviewReasons.filter((reason) => reasons.includes(reason));
  const wanted =
    chosen.length === 0 ? sql`false` : sql`num_nonnulls(${sql.join(chosen.map((each) => sql.ref(each)))}) > 0`;
  const ask = async (looked: number) => {
    const { rows } = await sql<ItemRow>`
    WITH looked AS MATERIALIZED (
      SELECT id, plays FROM library ORDER BY plays DESC, id DESC LIMIT ${sql.lit(looked)}
    ), doubted AS (
      SELECT l.id, looked.plays, ${doubts} FROM looked JOIN library l ON l.id = looked.id ${reviewedSql} WHERE NOT ${isDecidedSql}
    ), scored AS (
      SELECT id, plays, uncertainty, round((uncertainty * (1 + plays))::numeric, 6) AS score, reasons
      FROM (SELECT id, plays, ${uncertaintySql} AS uncertainty, ${reasonsSql} AS reasons FROM doubted WHERE ${wanted}) AS told
    ), page AS (
      SELECT * FROM scored WHERE ${after} ORDER BY score DESC, id LIMIT ${limit + 1}
    )
    SELECT page.id, page.plays, page.uncertainty, page.score::text AS score, to_jsonb(page.reasons) AS reasons,
      jsonb_build_object('id', l.id, 'artist_id', l.artist_id, 'artist_name', l.artist_name, 'album_title', l.album_title, 'label', l.label,
        'year', l.year, 'format', f.name) AS library,
      ${fingerprintSql} AS version, ${evidenceSql}, ${identityColumnsSql},
      page.score > (SELECT 1 + min(looked.plays) FROM looked) AS is_ahead
    FROM page JOIN library l ON l.id = page.id
    LEFT JOIN format f ON f.id = l.format_id
    LEFT JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_attempt a ON a.library_id = l.id
    ${joinIdentity(sql`l.id`)}
    ORDER BY page.score DESC, page.id`.execute(db);
    return rows;
  };
  const { rows, looked } = await askUntilAhead(ask, {
    limit,
    // Rows of few reasons are rare, and looked for in all.
    first: chosen.length < reviewReasons.length ? ALL : (from?.looked ?? steps[0]),
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next_cursor =
    rows.length > limit && last !== undefined
      ? formatQueueCursor({ score: last.score, libraryId: last.id, looked })
      : null;
  return { items: items.map(presentItem), next_cursor };
}

const ALL = 2_147_483_647;
const steps = [4000, 8000, 16_000, ALL] as const;

/**
 * The most played rows first, then more of them, then all. No row scores more than its plays and one: where the last of the page
 * scores more than those of the last that was looked at, none that was not comes before it. A later page begins where the one
 * before had to look.
 */
async function askUntilAhead(
  ask: (looked: number) => Promise<readonly ItemRow[]>,
  { limit, first }: { limit: number; first: number },
): Promise<{ rows: readonly ItemRow[]; looked: number }> {
  for (const looked of steps) {
    if (looked < first) continue;
    const rows = await ask(looked);
    if (looked === ALL || (rows.length > limit && rows.at(-1)?.is_ahead === true)) return { rows, looked };
  }
  return { rows: await ask(ALL), looked: ALL };
}

const uncertaintySql = sql`1 - ${sql.join(
  reviewReasons.map((reason) => sql`(1 - coalesce(${sql.ref(reason)}, 0))`),
  sql` * `,
)}`;

const reasonsSql = sql`array_remove(ARRAY[${sql.join(
  reviewReasons.map((reason) => sql`CASE WHEN ${sql.ref(reason)} IS NOT NULL THEN ${sql.lit(reason)} END`),
)}], NULL)`;

function presentItem({ id: _id, is_ahead: _ahead, identity_shown, score, ...item }: ItemRow): ReviewItem {
  return { ...item, score: Number(score), identity: presentRecordIdentity({ identity_shown }) };
}
