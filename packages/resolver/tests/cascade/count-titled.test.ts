import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { titleKey } from '@deadwax/linkage/normalise/keys';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { csvSource } from '@deadwax/sources/csv/source';
import { beforeAll, describe, expect, it } from 'vitest';
import { countOthers } from '../../src/cascade/count-titled.ts';
import { type Release, writeDiscogsDumps } from './discogs-dump.ts';

const artists = Array.from({ length: 12 }, (_, place) => [10 + place, `Artist ${place}`] as const);
const masters = [
  { id: 900, artist: artists[0] as (typeof artists)[0], title: 'Best Of' },
  { id: 901, artist: artists[1] as (typeof artists)[0], title: 'Best Of' },
  { id: 902, artist: artists[2] as (typeof artists)[0], title: 'Rare Of' },
  { id: 903, artist: artists[3] as (typeof artists)[0], title: 'Of Two Titles' },
];

/** Pressings with and without a master: of one artist, of several, under a title that their master does not bear. */
const releases: readonly Release[] = [
  ...Array.from({ length: 40 }, (_, place) => ({
    id: 100 + place,
    artist: artists[place % artists.length] as (typeof artists)[0],
    title: 'Best Of',
    ...(place % 12 < 2 ? { master: 900 + (place % 12), isMain: place < 12 } : {}),
  })),
  { id: 200, artist: artists[2] as (typeof artists)[0], title: 'Rare Of', master: 902 },
  { id: 201, artist: artists[2] as (typeof artists)[0], title: 'Rare Of', master: 902 },
  { id: 202, artist: artists[4] as (typeof artists)[0], title: 'Rare Of' },
  { id: 203, artist: artists[3] as (typeof artists)[0], title: 'Best Of', master: 903 },
  { id: 204, artist: artists[3] as (typeof artists)[0], title: 'Of Two Titles', master: 903 },
];

let index: MatchIndex;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-titled-'));
  const shop = Array.from({ length: 9 }, (_, place) => `s${place},release,Seller ${place},Best Of`);
  await writeFile(join(folder, 'shop.csv'), `${['id,kind,artist,title', ...shop].join('\n')}\n`);
  const source = csvSource('shop');
  const inputs = [
    await writeDiscogsDumps({ artists: artists.map(([id, name]) => ({ id, name })), masters, releases }),
    { source, files: await source.discover(join(folder, 'shop.csv')) },
  ];
  const out = join(folder, 'snapshot');
  await buildSnapshot({
    out,
    inputs,
    allowTruncated: false,
    signal: AbortSignal.timeout(60_000),
    progress: silentProgress,
  });
  index = new MatchIndex(openIndexFile(join(out, 'match.index')));
}, 90_000);

/** The rule, said as it is: of the family, not of the album itself, and not of its group. */
function countByRule(title: number, group: number | null, own: readonly number[]): number {
  const { family } = index.releaseSource(own[0] as number);
  return [...index.releasesTitled(title)].filter((release) => {
    if (own.includes(release) || index.releaseSource(release).family !== family) return false;
    return group === null || (release !== group && index.groupOf(release) !== group);
  }).length;
}

describe('countOthers', () => {
  it.each(['Best Of', 'Rare Of', 'Of Two Titles'])('counts who else bears %s', (text) => {
    const title = index.findTitle(titleKey(text));
    const titled = [...index.releasesTitled(title)];
    expect(titled.length).toBeGreaterThan(0);
    for (const release of titled) {
      const group = index.isGroup(release) ? release : index.groupOf(release);
      const own = titled.filter(
        (each) => each === release || (group !== null && (each === group || index.groupOf(each) === group)),
      );
      for (const choice of [own, [release]])
        for (const of of [group, null])
          expect(countOthers(title, { group: of, own: choice }, index)).toBe(countByRule(title, of, choice));
    }
  });

  it('counts by more than one way here', () => {
    const bearers = (text: string) => index.releasesTitled(index.findTitle(titleKey(text))).length;
    expect(bearers('Best Of')).toBeGreaterThan(40);
    expect(bearers('Rare Of')).toBeLessThan(10);
  });
});
