import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';
import {
  type IdentityColumns,
  identityColumnsSql,
  joinIdentity,
  presentRecordIdentity,
  unknownIdentity,
} from '../identity/present-record-identity.ts';
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
  plays: sql`l.plays`,
  added_at: sql`to_jsonb(l.add_date)`,
  missing: isMissing,
  on_streaming: sql`l.on_streaming`,
  rotation_bin: sql`(SELECT ${heaviestBin} FROM rotation r WHERE r.library_id = l.id AND ${isActiveSql})`,
} satisfies Record<keyof LibraryFields, RawBuilder<unknown>>;

/** The same, of what `library_shown shown` keeps of the rotation. */
const shownRotationBin = sql`CASE WHEN shown.rotation IS NOT NULL THEN (
  SELECT ${heaviestBin} FROM json_to_recordset(shown.rotation) AS r (bin text, add_date date, kill_date date)
  WHERE ${isActiveSql}) END`;

const listOf = (shown: Record<keyof LibraryFields, RawBuilder<unknown>>) =>
  sql.join(Object.entries(shown).map(([name, column]) => sql`${column} AS ${sql.id(name)}`));

/**
 * What a list shows of `library l`: its columns and the tables that they come from besides. With the identity, one look at
 * `library_shown` by its primary key gives that and the rotation; it stands in no condition, so that it changes no plan.
 */
export const libraryProjection = {
  columns,
  joins: sql`
    JOIN artist n ON n.id = l.artist_id
    LEFT JOIN genre g ON g.id = l.genre_id
    LEFT JOIN format f ON f.id = l.format_id`,
  bareList: listOf(columns),
  identityList: sql`${listOf({ ...columns, rotation_bin: shownRotationBin })}, ${identityColumnsSql}`,
  identityJoins: joinIdentity(sql`l.id`),
} as const;

/** A row of the projection as lists give it; without the columns of the identity nothing is known of it. */
export function presentLibraryRow(row: LibraryFields & Partial<IdentityColumns>): LibraryRow {
  const { identity_shown } = row;
  const identity = identity_shown === undefined ? unknownIdentity() : presentRecordIdentity({ identity_shown });
  return { ...pick(row, Object.keys(columns) as (keyof LibraryFields)[]), identity };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>;
  for (const key of keys) picked[key] = from[key];
  return picked;
}
