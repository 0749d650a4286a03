import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import { startAuthorityTables } from '@deadwax/snapshot/build/authority-tables';
import { openWorkbench, type Workbench } from '@deadwax/snapshot/build/duckdb';
import { quoteText } from '@deadwax/snapshot/build/sql';
import { builtInSources } from '@deadwax/sources/registry';
import type { Source } from '@deadwax/sources/source';
import { createTwins, createVariants } from './artists.sql.ts';
import { createPrinted, createWorkCredits } from './credits.sql.ts';
import { createMacros } from './macros.sql.ts';
import { createArtistSketch, createArtists, createNames, drawNames, NAME_ROUNDS } from './names.sql.ts';
import { createLabels, createReleases, createWorks, type WorldSizes } from './releases.sql.ts';
import { stageRows } from './stage-rows.ts';
import { writeTypedQueries } from './typed-queries.ts';
import { collectWords, type Words } from './words.ts';

export interface TablesOptions extends WorldSizes {
  readonly out: string;
  readonly seed: number;
  /** Rows of each query set. */
  readonly queries: number;
  /** DuckDB's memory limit. */
  readonly memoryLimit: string;
  readonly onPart: (part: string, seconds: number) => void;
}

/** The three built-in sources in one, whose tables are those of this world. */
const worldSource = (authority: Source['authority']): Source => ({
  ...(builtInSources[0] as Source),
  name: 'world',
  entities: builtInSources.flatMap(({ entities }) => entities),
  authority,
});

/**
 * Writes a made-up world of any size straight to the tables that the match index is built from (`authority/*.parquet`), and
 * sets of queries with the truth about them (`queries/*.ndjson`). DuckDB composes it: every draw depends on seed and number alone.
 */
export async function writeTables(options: TablesOptions): Promise<void> {
  const spill = join(options.out, 'spill');
  await mkdir(spill, { recursive: true });
  const workbench = await openWorkbench({ folder: spill, memoryLimit: options.memoryLimit });
  const timed = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    options.onPart(part, (performance.now() - started) / 1000);
    return result;
  };
  try {
    await timed('names', () => makeArtists(workbench, options));
    await timed('works', () => makeWorks(workbench, options));
    const authority = await timed('rows', () => stageRows(workbench));
    await timed('tables', async () => {
      const writing = await startAuthorityTables([worldSource(authority)], {
        workbench,
        folder: options.out,
        signal: new AbortController().signal,
        progress: silentProgress,
      });
      await writing.entries;
    });
    await timed('queries', () => writeTypedQueries(workbench, join(options.out, 'queries'), options.queries));
  } finally {
    workbench.close();
    await rm(spill, { recursive: true, force: true });
  }
}

async function makeArtists(workbench: Workbench, { seed, artists }: TablesOptions): Promise<void> {
  const words = collectWords();
  for (const statement of createMacros(seed, words)) await workbench.run(statement);
  await loadWords(workbench, words);
  await workbench.run(createArtistSketch(artists));
  await workbench.run(createNames);
  for (let round = 0; round <= NAME_ROUNDS; round += 1) await workbench.run(drawNames(round));
  for (const statement of [createArtists, createTwins, createVariants, createPrinted]) await workbench.run(statement);
  for (const done of ['name', 'sketch']) await workbench.run(`DROP TABLE ${done}`);
}

async function makeWorks(workbench: Workbench, sizes: TablesOptions): Promise<void> {
  await workbench.run(createWorks(sizes));
  await workbench.run(createLabels(sizes));
  await workbench.run(createReleases(sizes));
  await workbench.run(createWorkCredits(sizes.artists));
}

async function loadWords(workbench: Workbench, { all }: Words): Promise<void> {
  const list = (texts: readonly string[]) => `[${texts.map(quoteText).join(', ')}]`;
  await workbench.run('CREATE OR REPLACE TABLE word (place INTEGER, native VARCHAR, latin VARCHAR)');
  for (let from = 0; from < all.length; from += 5000) {
    const words = all.slice(from, from + 5000);
    const native = list(words.map((word) => word.native));
    const latin = list(words.map((word) => word.latin));
    await workbench.run(
      `INSERT INTO word SELECT unnest(range(${from}, ${from + words.length})), unnest(${native}), unnest(${latin})`,
    );
  }
}
