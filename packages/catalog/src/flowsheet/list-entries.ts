import type { FlowsheetEntry, RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import {
  type IdentityColumns,
  identityColumnsSql,
  joinIdentity,
  presentRecordIdentity,
} from '../identity/present-record-identity.ts';
import { presentPlayIdentity } from './present-play-identity.ts';

type Row = Omit<FlowsheetEntry, 'identity'> &
  IdentityColumns & { play: Parameters<typeof presentPlayIdentity>[0] | null };

/** Entries that meet a condition over `flowsheet s`, latest first, with the identity of what was played. */
export async function listEntries(
  db: CatalogDatabase,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<FlowsheetEntry[]> {
  const { rows } = await sql<Row>`
    SELECT s.id::integer AS id, s.show_id, s.library_id, s.rotation_id, s.entry_type, s.artist_name, s.album_title,
      s.track_title, s.label, s.request_flag, s.message, to_jsonb(s.add_time) AS add_time, ${identityColumnsSql},
      CASE WHEN n.flowsheet_id IS NOT NULL THEN
        jsonb_build_object('status', n.status, 'verdict', n.verdict, 'changed_at', n.changed_at) END AS play
    FROM flowsheet s
    ${joinIdentity(sql`s.library_id`)}
    LEFT JOIN flowsheet_identity n ON n.flowsheet_id = s.id
    WHERE ${condition} ORDER BY s.id DESC LIMIT ${limit}`.execute(db);
  return rows.map(({ identity_shown, play, ...entry }) => ({
    ...entry,
    identity: identityOf(entry, { identity_shown }, play),
  }));
}

function identityOf(
  { entry_type, library_id }: Pick<FlowsheetEntry, 'entry_type' | 'library_id'>,
  columns: IdentityColumns,
  play: Row['play'],
): RecordIdentity | null {
  if (entry_type !== 'track') return null;
  if (library_id !== null) return presentRecordIdentity(columns);
  return play === null ? null : presentPlayIdentity(play);
}
