import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { openWorkbench } from '@deadwax/snapshot/build/duckdb';
import { quoteText } from '@deadwax/snapshot/build/sql';
import { buildIndex } from '@deadwax/snapshot/index/build-index';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';

/** Run as a process of its own: `build-index-of.ts WORLD INDEX MEMORY` builds an index of a world's tables and prints what it took. */
const [world = '', path = '', memoryLimit = '2GB'] = process.argv.slice(2);
const spill = `${path}.spill`;
await rm(spill, { recursive: true, force: true });
await rm(path, { force: true });
await mkdir(spill, { recursive: true });
const workbench = await openWorkbench({ folder: spill, memoryLimit });
const folder = join(world, 'authority');
for (const name of await readdir(folder))
  await workbench.run(
    `CREATE VIEW authority_${name.replace('.parquet', '')} AS SELECT * FROM read_parquet(${quoteText(join(folder, name))})`,
  );
const started = performance.now();
const steps: number[] = [];
const counts = await buildIndex(workbench, {
  path,
  entities: allEntitySources(builtInSources),
  normaliserVersion,
  signal: new AbortController().signal,
  onStep: () => {
    steps.push((performance.now() - started) / 1000);
    process.stderr.write(`  step ${steps.length}: ${steps.at(-1)?.toFixed(1)} s\n`);
  },
});
const seconds = (performance.now() - started) / 1000;
workbench.close();
await rm(spill, { recursive: true, force: true });
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ ...counts, seconds, cpuSeconds: (user + system) / 1e6, steps })}\n`);
