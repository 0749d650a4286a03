import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { generateLibrary } from './library/generate-library.ts';
import { stationSizes } from './library/sizes.ts';
import { startKeptPostgres } from './search/keep-postgres.ts';
import { measureQueries } from './search/measure.ts';
import { measureQueue } from './search/measure-queue.ts';
import { openLoaded } from './search/open-loaded.ts';
import { drawQueries } from './search/queries.ts';
import { formatQueue, formatSummaries, judge, summarise, summariseCores } from './search/report.ts';

/** How fast a station's library is searched, with and without the join of the identity, in turns. */
const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '7' },
    json: { type: 'string' },
  },
});

const folder = fileURLToPath(new URL('../../.deadwax/bench/search/', import.meta.url));
const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const seed = Number(values.seed);
  const library = generateLibrary(stationSizes, seed);
  const server = process.env.TEST_DATABASE_URL ? await startTestPostgres() : await startKeptPostgres(folder);
  try {
    const { db, loadSeconds, close } = await openLoaded(server.url, library, stationSizes);
    const { rows, artists, credits } = library;
    say(
      `${rows.length} rows of ${artists.length} artists, ${credits.length} credits, ${stationSizes.plays} plays: ${
        loadSeconds === null ? 'kept from an earlier run' : `loaded in ${loadSeconds.toFixed(1)} s`
      }`,
    );
    const queries = drawQueries(library, Number(values.queries), seed);
    await measureQueries(db, queries.slice(0, 300));
    const samples = await measureQueries(db, queries);
    const queue = await measureQueue(db);
    await close();
    const summaries = summarise(samples);
    const { ratio, targets } = judge(summaries.at(-1)!);
    const cores = summariseCores(samples);
    const table = formatSummaries(cores === null ? summaries : [...summaries, cores]);
    const shown = samples.reduce((sum, sample) => sum + sample.rows, 0);
    const identified = samples.reduce((sum, sample) => sum + sample.identified, 0);
    const slowest = samples.toSorted((one, other) => other.joinedMs - one.joinedMs).slice(0, 10);
    say(`${cpus()[0]?.model ?? ''}, Node ${process.version}. One client, pages of 50.\n\n${table}\n`);
    say(`${shown} rows shown, ${identified} of them with an identity that the join read, none without it`);
    for (const { name, met, text } of targets) say(`${met ? 'MET ' : 'MISS'} ${name}: ${text}`);
    if (cores !== null)
      say(
        `on a core, ${judge(cores)
          .targets.map(({ name, text }) => `${name}: ${text}`)
          .join('; ')}`,
      );
    say(formatQueue(queue));
    if (targets.some(({ met }) => !met))
      for (const { kind, q, joinedMs, total } of slowest)
        say(`slow: ${joinedMs.toFixed(1)} ms, ${kind}: ${q} (${total} rows)`);
    if (values.json !== undefined)
      writeFileSync(
        values.json,
        `${JSON.stringify({ loadSeconds, shown, identified, summaries, cores, queue, ratio, targets, slowest }, null, 2)}\n`,
      );
  } finally {
    await server.stop();
  }
}

await main();
