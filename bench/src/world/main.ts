import { parseArgs } from 'node:util';
import { generateWorld } from './generate-world.ts';

const USAGE = `Usage: node bench/src/world/main.ts --out DIR [--artists N] [--seed S] [--rows N] [--works-per-artist X] [--plain]

Writes a made-up world of music as dump files of Discogs, MusicBrainz and Wikidata, with a library to resolve and the truth about it.

  --out DIR              folder to write into
  --artists N            default 4000
  --seed S               default 1; the same seed gives the same bytes
  --rows N               rows of library.csv, default 1200
  --works-per-artist X   mean, default 2
  --plain                Discogs dumps as .xml, not .xml.gz
`;

function parseCount(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new RangeError(`--${name} takes a number, not "${text}".`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      artists: { type: 'string' },
      seed: { type: 'string' },
      rows: { type: 'string' },
      'works-per-artist': { type: 'string' },
      plain: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const counts = {
    artists: parseCount(values.artists, 'artists'),
    seed: parseCount(values.seed, 'seed'),
    libraryRows: parseCount(values.rows, 'rows'),
    worksPerArtist: parseCount(values['works-per-artist'], 'works-per-artist'),
  };
  const given = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined));
  if (values.out === undefined && !values.help) throw new RangeError('--out is missing.');
  return { help: values.help, out: values.out ?? '', plain: values.plain, ...given };
}

try {
  const { help, plain, ...options } = readOptions();
  if (help) process.stdout.write(USAGE);
  else {
    const onPart = (part: string, seconds: number) =>
      process.stderr.write(`${part.padEnd(12)} ${seconds.toFixed(1)} s\n`);
    const world = await generateWorld({ ...options, write: { discogs: { plain } }, onPart });
    const { artists, works, releases } = world;
    process.stderr.write(
      `${options.out}: ${artists} artists, ${works} works, ${releases} releases, all of them made up.\n`,
    );
  }
} catch (error) {
  const usage = error instanceof RangeError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  process.stderr.write(`world: ${(error as Error).message}\n${usage ? USAGE : ''}`);
  process.exitCode = usage ? 2 : 3;
}
