import type { LibraryRecord } from '@deadwax/contract/catalog-schemas';
import { NotFoundError } from '@deadwax/platform/http/errors';
import type { CatalogDatabase } from '../../database/tables.ts';
import { getRecord } from '../../library/get-record.ts';

/** The record, or the problem that there is none. */
export async function findRecord(db: CatalogDatabase, libraryId: number): Promise<LibraryRecord> {
  const record = await getRecord(db, libraryId);
  if (record === null) throw new NotFoundError(`The library has no row ${libraryId}.`);
  return record;
}
