import { parseArgs } from 'node:util';
import { isUsageFault, UsageError } from '../entry/usage-error.ts';
import { generateWorld } from './generate-world.ts';
import { writeTables } from './tables/write-tables.ts';

const USAGE = `Usage: script/bench world --out DIR [--form dumps|parquet] [--artists N] [--seed S] …

Writes a made-up world of music: as dump files of Discogs, MusicBrainz and Wikidata, with a library to resolve and the truth
about it; or, at any size, as the Parquet tables that a match index is built from, with queries whose answers are known.

  --out DIR              folder to write into
  --form FORM            dumps (default) or parquet
  --artists N            default 4000
  --seed S               default 1; the same seed gives the same bytes
dumps:
  --rows N               rows of library.csv, default 1200
  --works-per-artist X   mean, default 2
  --plain                Discogs dumps as .xml, not .xml.gz
parquet:
  --releases N           default 1.9 for each artist, as Discogs has them
  --queries N            of each kind, default 20000
  --memory SIZE          DuckDB's memory limit, default 4GB
`;

type Parsed = ReturnType<typeof readOptions>;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function parseCount(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`--${name} takes a number, not "${text}".`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      form: { type: 'string', default: 'dumps' },
      artists: { type: 'string' },
      releases: { type: 'string' },
      queries: { type: 'string' },
      memory: { type: 'string', default: '4GB' },
      seed: { type: 'string' },
      rows: { type: 'string' },
      'works-per-artist': { type: 'string' },
      plain: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.out === undefined && !values.help) throw new UsageError('--out is missing.');
  if (values.form !== 'dumps' && values.form !== 'parquet')
    throw new UsageError(`--form is dumps or parquet, not "${values.form}".`);
  return { ...values, out: values.out ?? '' };
}

const onPart = (part: string, seconds: number) => say(`${part.padEnd(12)} ${seconds.toFixed(1)} s`);

async function writeDumps(options: Parsed): Promise<void> {
  const counts = {
    artists: parseCount(options.artists, 'artists'),
    seed: parseCount(options.seed, 'seed'),
    libraryRows: parseCount(options.rows, 'rows'),
    worksPerArtist: parseCount(options['works-per-artist'], 'works-per-artist'),
  };
  const given = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined));
  const world = await generateWorld({
    out: options.out,
    ...given,
    write: { discogs: { plain: options.plain } },
    onPart,
  });
  const { artists, works, releases } = world;
  say(`${options.out}: ${artists} artists, ${works} works, ${releases} releases, all of them made up.`);
}

async function writeParquet(options: Parsed): Promise<void> {
  const artists = parseCount(options.artists, 'artists') ?? 4000;
  const releases = parseCount(options.releases, 'releases') ?? Math.round(artists * 1.9);
  if (artists < 100 || releases < artists) throw new UsageError('At least 100 artists, and a release for each.');
  await writeTables({
    out: options.out,
    artists,
    releases,
    seed: parseCount(options.seed, 'seed') ?? 1,
    queries: parseCount(options.queries, 'queries') ?? 20_000,
    memoryLimit: options.memory,
    onPart,
  });
  say(`${options.out}: ${artists} artists and ${releases} releases of Discogs and their twins, all of them made up.`);
}

try {
  const options = readOptions();
  if (options.help) process.stdout.write(USAGE);
  else await (options.form === 'parquet' ? writeParquet(options) : writeDumps(options));
} catch (error) {
  const usage = isUsageFault(error);
  process.stderr.write(`world: ${(error as Error).message}\n${usage ? USAGE : ''}`);
  process.exitCode = usage ? 2 : 3;
}
