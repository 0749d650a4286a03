import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { createReference } from '@deadwax/resolver/open-resolver';
import type { Reference } from '@deadwax/resolver/pipeline';
import { openWorkbench, type Workbench } from '@deadwax/snapshot/build/duckdb';
import { quoteText } from '@deadwax/snapshot/build/sql';
import { buildIndex } from '@deadwax/snapshot/index/build-index';
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';
import type { RecordId } from '../catalogue/album.ts';
import type { AuthoredCatalogue } from '../catalogue/authored-catalogue.ts';
import { authoredTables, type TableRow } from '../catalogue/authored-tables.ts';

export interface ReferenceParts {
  /** Snapshot whose records stand around the authored ones. */
  readonly background: string;
  readonly catalogue: AuthoredCatalogue;
  /** Records to leave out, of the background and of the catalogue. */
  readonly withheld: ReadonlySet<RecordId>;
  /** For what is made on the way; removed afterwards. */
  readonly folder: string;
}

/** Columns that say which records a row of a table is about. */
const KEYS: Readonly<Record<string, readonly (readonly [source: string, id: string])[]>> = {
  artist: [['source', 'id']],
  artist_name: [
    ['source', 'artist_id'],
    ['source', 'related_id'],
  ],
  release: [['source', 'id']],
  release_title: [['source', 'release_id']],
  release_credit: [['source', 'release_id']],
  release_label: [['source', 'release_id']],
  release_barcode: [['source', 'release_id']],
  cross_reference: [
    ['source_a', 'id_a'],
    ['source_b', 'id_b'],
  ],
};

/** Columns the snapshot builder adds. */
const DERIVED: Readonly<Record<string, string>> = {
  artist_name: ', match_form(name) AS match_form, artist_key(name) AS artist_key',
  release: ', match_form(title) AS match_form, title_key(title) AS title_key',
  release_credit: ', artist_key(name) AS artist_key',
};

/** Lays out a match index over the background and the authored records, less what is withheld. */
export async function buildReference(parts: ReferenceParts): Promise<Reference> {
  const { folder, withheld } = parts;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'match.index');
  const workbench = await openWorkbench({ folder });
  try {
    const list = await writeCsv(
      join(folder, 'withheld.csv'),
      [...withheld].map((record) => ({ record })),
    );
    await workbench.run(`CREATE TABLE withheld (record VARCHAR)`);
    if (withheld.size > 0) await workbench.run(`INSERT INTO withheld SELECT record FROM ${list}`);
    for (const [table, rows] of Object.entries(authoredTables(parts.catalogue)))
      await createTable(workbench, table, rows, parts);
    await buildIndex(workbench, {
      path,
      entities: allEntitySources(builtInSources),
      normaliserVersion,
      signal: new AbortController().signal,
      onStep: () => undefined,
    });
    return createReference(new MatchIndex(openIndexFile(path)), {
      names: builtInSources.map(({ name }) => name),
      snapshotId: 'harness',
    });
  } finally {
    workbench.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function createTable(
  workbench: Workbench,
  table: string,
  rows: readonly TableRow[],
  { background, folder }: ReferenceParts,
): Promise<void> {
  const parquet = quoteText(join(background, 'authority', `${table}.parquet`));
  await workbench.run(`CREATE TABLE authority_${table} AS SELECT * FROM read_parquet(${parquet})`);
  if (rows.length > 0) {
    const columns = Object.keys(rows[0] as TableRow).join(', ');
    const authored = await writeCsv(join(folder, `${table}.csv`), rows);
    await workbench.run(
      `INSERT INTO authority_${table} BY NAME SELECT ${columns}${DERIVED[table] ?? ''} FROM ${authored}`,
    );
  }
  for (const [source, id] of KEYS[table] ?? []) {
    await workbench.run(
      `DELETE FROM authority_${table} WHERE ${source} || ' ' || ${id} IN (SELECT record FROM withheld)`,
    );
  }
}

/** Writes rows of one shape; gives the SQL that reads them back. Empty cells are nulls. */
async function writeCsv(file: string, rows: readonly TableRow[]): Promise<string> {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','));
  await writeFile(file, `${[columns.join(','), ...lines].join('\n')}\n`);
  return `read_csv(${quoteText(file)}, header = true, all_varchar = true, quote = '"', escape = '"', delim = ',')`;
}
