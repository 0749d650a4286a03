import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import {
  type IdentityFields,
  type LibraryFields,
  type LibraryRow,
  libraryProjection,
  presentLibraryRow,
} from './library-projection.ts';

/** A record as search shows it; null where it is not there. */
export async function getLibraryRow(db: CatalogDatabase, libraryId: number): Promise<LibraryRow | null> {
  const { columnList, joins, identityList, identityJoins } = libraryProjection;
  const { rows } = await sql<LibraryFields & IdentityFields>`
    SELECT ${columnList}, ${identityList} FROM library l ${joins} ${identityJoins}
    WHERE l.id = ${libraryId}`.execute(db);
  return rows[0] === undefined ? null : presentLibraryRow(rows[0]);
}
