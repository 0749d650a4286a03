import type { LibraryRecord } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import {
  type IdentityColumns,
  identityColumnsSql,
  joinIdentity,
  presentRecordIdentity,
} from '../identity/present-record-identity.ts';
import { overrideSql } from '../overrides/list-overrides.ts';

type Fields = Omit<LibraryRecord, 'identity'>;

/** A record with everything that is known of it; null where it is not there. One statement. */
export async function getRecord(db: CatalogDatabase, libraryId: number): Promise<LibraryRecord | null> {
  const { rows } = await sql<Fields & IdentityColumns>`
    SELECT l.id, l.artist_id, l.artist_name, l.album_title, f.name AS format, g.name AS genre, l.label, l.year,
      l.catalog_number, l.barcode, l.shelf_code, l.code_volume_letters, l.album_artist, l.alternate_artist_name,
      l.legacy_release_id, l.is_compilation, l.plays, to_jsonb(l.add_date) AS added_at,
      to_jsonb(l.last_modified) AS modified_at, ${identityColumnsSql},
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('source', s.source, 'external_id', s.external_id, 'method', s.method,
          'confidence', s.confidence, 'derived_from', s.derived_from, 'url', s.url, 'verified_at', s.last_verified_at)
          ORDER BY s.source)
        FROM library_identity_source s WHERE s.library_id = l.id
      ), '[]') AS sources,
      coalesce((
        SELECT jsonb_agg(${overrideSql} ORDER BY o.override_id)
        FROM identity_override o WHERE o.library_id = l.id AND o.revoked_at IS NULL
      ), '[]') AS overrides
    FROM library l
    LEFT JOIN format f ON f.id = l.format_id
    LEFT JOIN genre g ON g.id = l.genre_id
    ${joinIdentity(sql`l.id`)}
    WHERE l.id = ${libraryId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { identity_shown, ...fields } = row;
  return { ...fields, identity: presentRecordIdentity({ identity_shown }) };
}
