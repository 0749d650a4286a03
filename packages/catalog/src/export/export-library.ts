import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { identityColumns } from '../identity/identity-columns.ts';
import { libraryProjection } from '../search/library-projection.ts';

const BATCH = 1000;

const { columns, joins } = libraryProjection;

/**
 * Nothing that changes by itself: no plays, no rotation of the day, no state of the asking. What is exported changes exactly when
 * `libraryWatermark` does.
 */
const exported = [
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

/** All records by id, a line of JSON each, with the identity that is stored (null: none). Holds a thousand at a time. */
export async function* exportLibrary(db: CatalogDatabase): AsyncGenerator<string> {
  const fields = exported.flatMap((name) => [sql`${sql.lit(name)}`, columns[name]]);
  const ids = identityColumns.flatMap((name) => [sql`${sql.lit(name)}`, sql`i.${sql.id(name)}`]);
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ id: number; line: string }>`
      SELECT l.id, (jsonb_build_object(${sql.join(fields)}) || jsonb_build_object('identity', CASE WHEN i.library_id IS NOT NULL THEN
        jsonb_build_object('method', i.method, 'confidence', i.confidence,
          'agreement_sources', coalesce(to_jsonb(string_to_array(i.agreement_sources, ',')), '[]'),
          'conflicts', jsonb_array_length(i.conflicts),
          'ids', jsonb_build_object(${sql.join(ids)}, 'artist', i.artist_ids)) END))::text AS line
      FROM library l ${joins} LEFT JOIN library_identity i ON i.library_id = l.id
      WHERE l.id > ${after} ORDER BY l.id LIMIT ${sql.lit(BATCH)}`.execute(db);
    for (const { line } of rows) yield `${line}\n`;
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) return;
    after = last.id;
  }
}
