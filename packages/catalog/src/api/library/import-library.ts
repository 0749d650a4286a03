import type { ImportRow as ContractRow, ImportLibraryResponse } from '@deadwax/contract/catalog-schemas';
import type { CatalogDatabase } from '../../database/tables.ts';
import { type ImportedRow, type ImportRow, importRows } from '../../library/import-rows.ts';
import { tidyText } from '../../library/library-fields.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { readFields } from './read-fields.ts';

export function importLibrary({
  db,
  queue,
  usesLegacyIdentity = true,
}: Pick<AppDependencies, 'db' | 'queue' | 'usesLegacyIdentity'>): Handler<'import-library'> {
  return async ({ body }) => {
    const rows = body.rows.map(toRow).map((row) => (usesLegacyIdentity ? row : { ...row, legacy: null }));
    const dryRun = body.dry_run ?? false;
    const take = (transaction: CatalogDatabase) => importRows(transaction, queue, rows);
    const results = dryRun ? await undone(db, take) : await db.transaction().execute(take);
    return present(results, dryRun);
  };
}

class UndoError extends Error {}

/** Does all of it for real and takes it back: what a dry run says is what would happen. */
async function undone<T>(db: CatalogDatabase, run: (transaction: CatalogDatabase) => Promise<T>): Promise<T> {
  let result: { value: T } | null = null;
  try {
    await db.transaction().execute(async (transaction) => {
      result = { value: await run(transaction) };
      throw new UndoError('a dry run');
    });
  } catch (error) {
    if (!(error instanceof UndoError)) throw error;
  }
  return (result as unknown as { value: T }).value;
}

function toRow(row: ContractRow): ImportRow {
  const { line, own_id, canonical_entity_id, canonical_entity_confidence, canonical_entity_resolved_at, ...fields } =
    row;
  const canonicalEntityId = tidyText(canonical_entity_id);
  return {
    ...readFields({ ...fields, artist_name: row.artist_name ?? '', album_title: row.album_title ?? '' }),
    isCompilation: row.is_compilation,
    line,
    ownId: tidyText(own_id),
    legacy:
      canonicalEntityId === null
        ? null
        : {
            canonicalEntityId,
            confidence: canonical_entity_confidence ?? null,
            resolvedAt: canonical_entity_resolved_at ?? null,
          },
  };
}

function present(rows: readonly ImportedRow[], dryRun: boolean): ImportLibraryResponse {
  const count = (outcome: ImportedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    dry_run: dryRun,
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    // Numbers of rows that were taken back are nobody's.
    rows: rows.map(({ line, libraryId, outcome, reason }) => ({
      line,
      library_id: dryRun && outcome === 'added' ? null : libraryId,
      outcome,
      reason,
    })),
  };
}
