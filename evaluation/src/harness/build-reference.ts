import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { createReference } from '@deadwax/resolver/open-resolver';
import type { Reference } from '@deadwax/resolver/pipeline';
import { openWorkbench, type Workbench } from '@deadwax/snapshot/build/duckdb';
import { buildIndex } from '@deadwax/snapshot/index/build-index';
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';
import { authoredTables } from './authored-tables.ts';
import type { Catalogue } from './catalogue.ts';

export interface ReferenceParts {
  /** Snapshot whose records stand around the authored ones. */
  readonly background: string;
  readonly catalogue: Catalogue;
  /** `source id` of records of the background to leave out. */
  readonly withheld: ReadonlySet<string>;
  readonly folder: string;
}

/** Columns that say which record a row of a table is about. */
const KEYS: Readonly<Record<string, readonly (readonly [source: string, id: string])[]>> = {
  artist: [['source', 'id']],
  artist_name: [['source', 'artist_id']],
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

/** Lays out a match index over the background, less what is withheld, and the authored records. */
export async function buildReference({ background, catalogue, withheld, folder }: ReferenceParts): Promise<Reference> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const workbench = await openWorkbench({ folder });
  const path = join(folder, 'match.index');
  try {
    const list = join(folder, 'withheld.csv');
    await writeFile(list, `record\n${[...withheld].map((record) => `"${record}"\n`).join('')}`);
    await workbench.run(
      `CREATE TABLE withheld AS SELECT * FROM read_csv('${list}', header = true, all_varchar = true)`,
    );
    for (const [table, rows] of Object.entries(authoredTables(catalogue)))
      await createTable(workbench, { table, rows, background, folder });
    await buildIndex(workbench, {
      path,
      entities: allEntitySources(builtInSources),
      normaliserVersion,
      signal: new AbortController().signal,
      onStep: () => undefined,
    });
  } finally {
    workbench.close();
  }
  const reference = createReference(new MatchIndex(openIndexFile(path)), {
    names: builtInSources.map(({ name }) => name),
    snapshotId: 'harness',
  });
  await rm(folder, { recursive: true, force: true });
  return reference;
}

async function createTable(
  workbench: Workbench,
  {
    table,
    rows,
    background,
    folder,
  }: { table: string; rows: readonly Readonly<Record<string, string>>[]; background: string; folder: string },
): Promise<void> {
  const parquet = `read_parquet('${join(background, 'authority', `${table}.parquet`)}')`;
  const kept = (KEYS[table] ?? [])
    .map(([source, id]) => `(${source} || ' ' || ${id}) NOT IN (SELECT record FROM withheld)`)
    .join(' AND ');
  await workbench.run(`CREATE TABLE authority_${table} AS SELECT * FROM ${parquet} WHERE ${kept}`);
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] as Record<string, string>);
  const file = join(folder, `${table}.csv`);
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    columns.map((column) => (row[column] === '' ? '' : quote(row[column] ?? ''))).join(','),
  );
  await writeFile(file, `${columns.join(',')}\n${lines.join('\n')}\n`);
  const read = `read_csv('${file}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',', max_line_size = 10000000)`;
  await workbench.run(
    `INSERT INTO authority_${table} BY NAME SELECT ${columns.join(', ')}${DERIVED[table] ?? ''} FROM ${read}`,
  );
}

/** Columns the snapshot builder adds. */
const DERIVED: Readonly<Record<string, string>> = {
  artist_name: ', match_form(name) AS match_form, artist_key(name) AS artist_key',
  release: ', match_form(title) AS match_form, title_key(title) AS title_key',
  release_credit: ', artist_key(name) AS artist_key',
};
