import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { describeFile } from '@deadwax/snapshot/build/checked-file';
import { openWorkbench, type Workbench } from '@deadwax/snapshot/build/duckdb';
import { quoteText } from '@deadwax/snapshot/build/sql';
import { writeManifest } from '@deadwax/snapshot/build/write-manifest';
import { buildIndex, type IndexCounts } from '@deadwax/snapshot/index/build-index';
import { schemaVersion, type TableEntry } from '@deadwax/snapshot/manifest';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';

/**
 * Run as a process of its own: `build-index-of.ts WORLD FOLDER MEMORY` makes a snapshot of a world's tables (they are linked into
 * it) and prints what its index took.
 */
const [world = '', out = '', memoryLimit = '2GB'] = process.argv.slice(2);
const [spill, path] = [join(out, 'spill'), join(out, 'match.index')];

async function takeTables(workbench: Workbench): Promise<Record<string, TableEntry>> {
  await mkdir(join(out, 'authority'), { recursive: true });
  const tables: Record<string, TableEntry> = {};
  for (const file of await readdir(join(world, 'authority'))) {
    const [from, to] = [join(world, 'authority', file), join(out, 'authority', file)];
    await link(from, to).catch(() => copyFile(from, to));
    const name = file.replace('.parquet', '');
    await workbench.run(`CREATE VIEW authority_${name} AS SELECT * FROM read_parquet(${quoteText(to)})`);
    const [count] = await workbench.rows(`SELECT count(*) AS rows FROM authority_${name}`);
    tables[name] = { rows: Number(count?.rows), file: `authority/${file}`, ...(await describeFile(to)) };
  }
  return tables;
}

async function publish(authority: Record<string, TableEntry>, { leftOutLinks, ...counts }: IndexCounts): Promise<void> {
  const sources = builtInSources.map(({ name }) => [
    name,
    { dump_date: null, records: 0, quarantined: 0, inputs: [], tables: {} },
  ]);
  await writeManifest(out, {
    schema_version: schemaVersion,
    normaliser_version: normaliserVersion,
    sources: Object.fromEntries(sources),
    authority,
    index: { file: 'match.index', ...counts, left_out_links: { ...leftOutLinks }, ...(await describeFile(path)) },
  });
}

await rm(out, { recursive: true, force: true });
await mkdir(spill, { recursive: true });
const workbench = await openWorkbench({ folder: spill, memoryLimit });
const authority = await takeTables(workbench);
const [started, before] = [performance.now(), process.cpuUsage()];
const counts = await buildIndex(workbench, {
  path,
  entities: allEntitySources(builtInSources),
  normaliserVersion,
  signal: new AbortController().signal,
  onStep: (step) => {
    process.stderr.write(`  step ${step}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  },
});
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
workbench.close();
await rm(spill, { recursive: true, force: true });
await publish(authority, counts);
process.stdout.write(`${JSON.stringify({ ...counts, seconds, cpuSeconds: (user + system) / 1e6 })}\n`);
