import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openResolver } from '@deadwax/resolver/open-resolver';
import type { Resolver } from '@deadwax/resolver/resolver';

/**
 * What a row costs from its text to its answer as JSON, on one thread, by how it was typed: `resolve.ts --snapshot DIR
 * --queries DIR [--rows N] [--rounds N] [--json FILE]`. The queries are of `script/bench world --form parquet`, the snapshot of
 * `script/bench snapshot --out DIR`. Seconds of CPU; the best of the rounds, as other work only adds.
 */
const KINDS = ['mix', 'exact', 'variation', 'one_typo', 'two_typos', 'word_order', 'missing_word', 'absent'] as const;

interface Asked {
  readonly artist: string;
  readonly album: string;
  /** `<source>:<id>` of the album that is meant, null where there is none. */
  readonly release: string | null;
}

interface Figures {
  readonly kind: string;
  readonly rows: number;
  readonly microseconds: number;
  readonly rowsPerSecond: number;
  /** Of the albums that are there: found, taken for another, not found. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      snapshot: { type: 'string' },
      queries: { type: 'string' },
      rows: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'string' },
    },
  });
  const { snapshot, queries } = values;
  if (snapshot === undefined || queries === undefined)
    throw new RangeError(
      '--snapshot DIR and --queries DIR are needed: script/bench world and script/bench snapshot make them.',
    );
  return { ...values, snapshot, queries, rows: Number(values.rows), rounds: Number(values.rounds) };
}

function readQueries(path: string, rows: number): Asked[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(0, rows);
  return lines.map((line) => JSON.parse(line) as Asked);
}

function measure(resolver: Resolver, kind: string, { asked, rounds }: { asked: readonly Asked[]; rounds: number }) {
  const inputs = asked.map(({ artist, album }, place) => ({
    library_id: place + 1,
    artist_name: artist,
    album_title: album,
  }));
  let [least, answers]: [number, string[]] = [Number.POSITIVE_INFINITY, []];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    answers = inputs.map((input) => JSON.stringify(resolver.resolve([input], { includeTracks: false })[0]));
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  const microseconds = least / asked.length;
  return { kind, rows: asked.length, microseconds, rowsPerSecond: 1e6 / microseconds, ...judge(asked, answers) };
}

function judge(asked: readonly Asked[], answers: readonly string[]): Pick<Figures, 'right' | 'wrong' | 'missed'> {
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const [place, { release }] of asked.entries()) {
    if (release === null) continue;
    const { main } = JSON.parse(answers[place] as string);
    const [source, id] = release.split(':');
    const found = source === 'discogs_master' ? main?.discogs_master_id : main?.discogs_release_id;
    count[found == null ? 'missed' : String(found) === id ? 'right' : 'wrong'] += 1;
  }
  return count;
}

const options = readOptions();
const resolver = await openResolver({ snapshotDirectory: options.snapshot });
const figures: Figures[] = [];
process.stdout.write('rows typed       rows   µs a row   rows/s a core    right    wrong   missed\n');
for (const kind of KINDS) {
  const path = join(options.queries, `${kind}.ndjson`);
  if (!existsSync(path)) continue;
  const row = measure(resolver, kind, { asked: readQueries(path, options.rows), rounds: options.rounds });
  figures.push(row);
  const { rows, microseconds, rowsPerSecond, right, wrong, missed } = row;
  process.stdout.write(
    `${kind.padEnd(14)}${String(rows).padStart(7)}${microseconds.toFixed(1).padStart(11)}${rowsPerSecond.toFixed(0).padStart(16)}${[right, wrong, missed].map((each) => String(each).padStart(9)).join('')}\n`,
  );
}
if (options.json) writeFileSync(options.json, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
