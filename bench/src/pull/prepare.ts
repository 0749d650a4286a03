import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Prepared {
  readonly library: string;
  readonly snapshot: string;
}

/** A made-up world whose library has this many rows, and the snapshot of it. Kept between runs. */
export function prepareWorld(rows: number, say: (text: string) => void): Prepared {
  const folder = join(root, `.deadwax/bench/pull/${rows}`);
  const [world, snapshot] = [join(folder, 'world'), join(folder, 'snapshot')];
  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
      stdio: 'ignore',
    });
  if (!existsSync(join(world, 'README.txt'))) {
    say(`making up a world for ${rows} rows`);
    rmSync(world, { recursive: true, force: true });
    const artists = String(Math.ceil(rows * 0.375));
    run('bench/src/world/main.ts', '--out', world, '--artists', artists, '--rows', String(rows), '--seed', '7');
  }
  if (!existsSync(join(snapshot, 'manifest.json'))) {
    say('building its snapshot');
    run(
      'packages/cli/src/main.ts',
      ...['snapshot', 'build', '--out', snapshot, '--discogs', world],
      ...['--musicbrainz', join(world, 'mbdump.tar.bz2'), '--wikidata', join(world, 'wikidata.json.gz')],
    );
  }
  return { library: join(world, 'library.csv'), snapshot };
}
