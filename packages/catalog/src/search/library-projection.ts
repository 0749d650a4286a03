import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';
import { type IdentityColumns, presentRecordIdentity } from '../identity/present-record-identity.ts';
import { isActiveSql } from '../rotation/rotation-entries.ts';

/** A record as lists show it. */
export interface LibraryFields {
  readonly id: number;
  readonly artist_id: number;
  readonly artist_name: string;
  readonly album_title: string;
  readonly album_artist: string | null;
  readonly label: string | null;
  readonly year: number | null;
  readonly genre: string | null;
  readonly format: string | null;
  readonly shelf_code: string | null;
  readonly code_letters: string | null;
  readonly code_artist_number: number | null;
  readonly code_number: number | null;
  readonly code_volume_letters: string | null;
  readonly plays: number;
  readonly added_at: string;
  readonly missing: boolean;
  readonly on_streaming: boolean | null;
  /** The heaviest of the bins that it is in today. */
  readonly rotation_bin: 'H' | 'M' | 'L' | 'S' | null;
}

export interface LibraryRow extends LibraryFields {
  readonly identity: RecordIdentity;
}

/** Lost, and not found since. */
export const isMissing = sql`(l.date_lost IS NOT NULL AND (l.date_found IS NULL OR l.date_found < l.date_lost))`;

/** Of a group of `rotation r`: the heaviest of its bins. */
export const heaviestBin = sql`substr('HMLS', min(position(r.bin IN 'HMLS')), 1)`;

const columns = {
  id: sql`l.id`,
  artist_id: sql`l.artist_id`,
  artist_name: sql`l.artist_name`,
  album_title: sql`l.album_title`,
  album_artist: sql`l.album_artist`,
  label: sql`l.label`,
  year: sql`l.year`,
  genre: sql`g.name`,
  format: sql`f.name`,
  shelf_code: sql`l.shelf_code`,
  code_letters: sql`n.code_letters`,
  code_artist_number: sql`n.code_number`,
  code_number: sql`l.code_number`,
  code_volume_letters: sql`l.code_volume_letters`,
  plays: sql`coalesce(p.plays, 0)`,
  added_at: sql`to_jsonb(l.add_date)`,
  missing: isMissing,
  on_streaming: sql`l.on_streaming`,
  rotation_bin: sql`(SELECT ${heaviestBin} FROM rotation r WHERE r.library_id = l.id AND ${isActiveSql})`,
} satisfies Record<keyof LibraryFields, RawBuilder<unknown>>;

/** Column by column: a page has a hundred of them, and making JSON of each costs more than the join. */
export interface IdentityFields {
  readonly identified: boolean;
  readonly discogs_master_id: number | null;
  readonly discogs_release_id: number | null;
  readonly musicbrainz_release_group_mbid: string | null;
  readonly musicbrainz_release_mbid: string | null;
  readonly musicbrainz_recording_mbid: string | null;
  readonly wikidata_qid: string | null;
  readonly spotify_id: string | null;
  readonly apple_music_id: string | null;
  readonly artist_ids: Readonly<Record<string, string>> | null;
  readonly method: string | null;
  readonly confidence: number | null;
  readonly agreement_sources: string | null;
  readonly conflicts: readonly unknown[] | null;
  /** Of what is stored; without it, of the last answer. */
  readonly last_verified_at: string | null;
  readonly outcome: IdentityColumns['answer']['outcome'];
  readonly unresolved_reason: string | null;
  readonly pending: boolean;
  readonly failed: boolean;
}

const identity = {
  identified: sql`i.library_id IS NOT NULL`,
  discogs_master_id: sql`i.discogs_master_id`,
  discogs_release_id: sql`i.discogs_release_id`,
  musicbrainz_release_group_mbid: sql`i.musicbrainz_release_group_mbid`,
  musicbrainz_release_mbid: sql`i.musicbrainz_release_mbid`,
  musicbrainz_recording_mbid: sql`i.musicbrainz_recording_mbid`,
  wikidata_qid: sql`i.wikidata_qid`,
  spotify_id: sql`i.spotify_id`,
  apple_music_id: sql`i.apple_music_id`,
  artist_ids: sql`i.artist_ids`,
  method: sql`i.method`,
  confidence: sql`i.confidence`,
  agreement_sources: sql`i.agreement_sources`,
  conflicts: sql`i.conflicts`,
  last_verified_at: sql`to_jsonb(coalesce(i.last_verified_at, a.attempted_at))`,
  outcome: sql`a.outcome`,
  unresolved_reason: sql`a.unresolved_reason`,
  pending: sql`a.pending_since IS NOT NULL`,
  failed: sql`a.failed_at IS NOT NULL`,
} satisfies Record<keyof IdentityFields, RawBuilder<unknown>>;

/**
 * What a list shows of `library l`: its columns, the tables that they come from besides, and the identity, joined by its primary
 * key and in no condition, so that it changes no plan.
 */
export const libraryProjection = {
  columns,
  columnList: sql.join(Object.entries(columns).map(([name, column]) => sql`${column} AS ${sql.id(name)}`)),
  joins: sql`
    JOIN artist n ON n.id = l.artist_id
    LEFT JOIN genre g ON g.id = l.genre_id
    LEFT JOIN format f ON f.id = l.format_id
    LEFT JOIN album_plays p ON p.library_id = l.id`,
  identityList: sql.join(Object.entries(identity).map(([name, column]) => sql`${column} AS ${sql.id(name)}`)),
  identityJoins: sql`
    LEFT JOIN library_identity i ON i.library_id = l.id
    LEFT JOIN library_attempt a ON a.library_id = l.id`,
} as const;

/** A row of the projection as lists give it. */
export function presentLibraryRow(row: LibraryFields & IdentityFields): LibraryRow {
  const { outcome, unresolved_reason, pending, failed, identified, ...rest } = row;
  const fields = pick(rest, Object.keys(columns) as (keyof LibraryFields)[]);
  const answer = { outcome, unresolved_reason, pending, failed, attempted_at: rest.last_verified_at ?? null };
  return { ...fields, identity: presentRecordIdentity({ identity_row: identified ? { ...rest } : null, answer }) };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>;
  for (const key of keys) picked[key] = from[key];
  return picked;
}
