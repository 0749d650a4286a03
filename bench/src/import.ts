import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from './entry/usage-error.ts';
import { generateReleases } from './import/generate-releases.ts';
import { formatSummaries, formatTargets, judge, type SizeResult, summarise } from './import/report.ts';
import { findPinnableCore, type Measurement, runMeasure } from './import/run-measure.ts';
import { describeWholePath, judgeWholePath, measureWholePath } from './import/whole.ts';

/** How fast Discogs XML becomes rows, beside saxes doing the same; or the whole way from dumps to a published snapshot. */
const { values } = parseArgs({
  options: {
    'size-mb': { type: 'string', multiple: true, default: ['300', '1000'] },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    whole: { type: 'boolean', default: false },
    releases: { type: 'string', default: '400000' },
    folder: { type: 'string' },
    memory: { type: 'string', default: '2GB' },
  },
});

const folder = fileURLToPath(new URL('../../.deadwax/bench/', import.meta.url));
const core = findPinnableCore();

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function measureSize(megabytes: number, rounds: number): Promise<SizeResult> {
  const path = `${folder}discogs-releases-${megabytes}mb.xml`;
  await generateReleases(path, megabytes * 1e6);
  const deadwax: Measurement[] = [];
  const saxes: Measurement[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    deadwax.push(await runMeasure('deadwax', path, core));
    saxes.push(await runMeasure('saxes', path, core));
    const speeds = [deadwax, saxes].map((each) => each.at(-1)!.megabytesPerSecond.toFixed(0));
    say(`${megabytes} MB, round ${round}: deadwax ${speeds[0]} MB/s, saxes ${speeds[1]} MB/s`);
  }
  return { megabytes, rounds: { deadwax, saxes } };
}

async function measureWhole(): Promise<void> {
  const releases = Number(values.releases);
  if (!Number.isInteger(releases) || releases < 400)
    throw new UsageError(`--releases takes a number from 400, not ${values.releases}.`);
  const measured = await measureWholePath({ folder: values.folder ?? folder, releases, memory: values.memory });
  say(describeWholePath(measured));
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ ...measured, targets: judgeWholePath(measured) }, null, 2)}\n`);
  }
}

async function measureReaders(): Promise<void> {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    pinnedTo: core === null ? 'no core: taskset is not there' : `core ${core}`,
  };
  say(`Generated Discogs releases, read to rows. ${machine.cpu}, Node ${machine.node}, pinned to ${machine.pinnedTo}.`);
  const results: SizeResult[] = [];
  for (const size of values['size-mb']) results.push(await measureSize(Number(size), Number(values.rounds)));
  const summaries = results.map(summarise);
  const targets = judge(summaries);
  say(`\nMedians of ${values.rounds}; peak memory is the largest of them.\n${formatSummaries(summaries)}\n`);
  say(formatTargets(targets));
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ machine, summaries, targets, results }, null, 2)}\n`);
  }
}

await (values.whole ? measureWhole() : measureReaders());
