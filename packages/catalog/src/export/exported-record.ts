import { sql } from 'kysely';
import { identityColumns } from '../identity/identity-columns.ts';
import { libraryProjection } from '../search/library-projection.ts';

const { columns, joins } = libraryProjection;

/** Nothing that changes by itself: no plays, no rotation of the day, no state of the asking. */
const names = [
  'id',
  'artist_id',
  'artist_name',
  'album_title',
  'album_artist',
  'label',
  'year',
  'genre',
  'format',
  'shelf_code',
  'code_letters',
  'code_artist_number',
  'code_number',
  'code_volume_letters',
  'added_at',
  'missing',
  'on_streaming',
] as const satisfies readonly (keyof typeof columns)[];

const identity = {
  method: sql`i.method`,
  confidence: sql`i.confidence`,
  agreement_sources: sql`coalesce(to_jsonb(string_to_array(i.agreement_sources, ',')), '[]')`,
  conflicts: sql`jsonb_array_length(i.conflicts)`,
};

const ids = {
  ...Object.fromEntries(identityColumns.map((name) => [name, sql`i.${sql.id(name)}`])),
  artist: sql`i.artist_ids`,
};

const record = Object.fromEntries(names.map((name) => [name, columns[name]]));

function build(fields: Readonly<Record<string, unknown>>) {
  return sql`jsonb_build_object(${sql.join(Object.entries(fields).flatMap(([name, value]) => [sql.lit(name), value]))})`;
}

/** A record as it is exported, with the identity that is stored (null: none), of `exportedFrom`. */
export const exportedSql = build({
  ...record,
  identity: sql`CASE WHEN i.library_id IS NOT NULL THEN ${build({ ...identity, ids: build(ids) })} END`,
});

/** All that it is made of: rows of equal values are exported alike. */
export const exportedValuesSql = sql`row(${sql.join([
  ...Object.values(record),
  sql`i.library_id`,
  ...Object.values(identity),
  ...Object.values(ids),
])})`;

export const exportedFrom = sql`library l ${joins} LEFT JOIN library_identity i ON i.library_id = l.id`;
