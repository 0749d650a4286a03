import { createHash } from 'node:crypto';
import { openCatalogDatabase } from '@deadwax/catalog/database/open-catalog-database';
import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { openDatabase } from '@deadwax/platform/database/open-database';
import { sql } from 'kysely';
import type { GeneratedLibrary } from '../library/generate-library.ts';
import { loadLibrary } from '../library/load-library.ts';
import type { LibrarySizes } from '../library/sizes.ts';

export interface LoadedCatalog {
  readonly db: CatalogDatabase;
  /** Null where the rows were there from an earlier run. */
  readonly loadSeconds: number | null;
  close(): Promise<void>;
}

/** A catalog with this library in it; loaded anew when the folder holds another, an unfinished one, or an older schema. */
export async function openLoaded(
  url: string,
  library: GeneratedLibrary,
  { plays }: LibrarySizes,
): Promise<LoadedCatalog> {
  const mark = createHash('sha256')
    .update(JSON.stringify([library, plays]))
    .digest('hex');
  const server = await openDatabase<Record<string, never>>({ url });
  const { rows } = await sql<{ name: string; mark: string | null }>`
    SELECT datname AS name, shobj_description(oid, 'pg_database') AS mark FROM pg_database
    WHERE datname = 'bench_search'`.execute(server.db);
  const at = Object.assign(new URL(url), { pathname: '/bench_search' }).href;
  if (rows[0]?.mark === mark) {
    const kept = await openCatalogDatabase({ url: at }, { maxConnections: 1 }).catch(() => null);
    if (kept !== null) {
      await server.close();
      return { db: kept.db, loadSeconds: null, close: () => kept.close() };
    }
  }
  await sql`DROP DATABASE IF EXISTS bench_search`.execute(server.db);
  await sql`CREATE DATABASE bench_search`.execute(server.db);
  const { db, close } = await openCatalogDatabase({ url: at }, { maxConnections: 1 });
  const begun = performance.now();
  await loadLibrary(db, library, plays);
  const loadSeconds = (performance.now() - begun) / 1000;
  await sql`COMMENT ON DATABASE bench_search IS ${sql.lit(mark)}`.execute(server.db);
  await server.close();
  return { db, loadSeconds, close: () => close() };
}
