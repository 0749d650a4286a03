import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvSource } from '@deadwax/sources/csv/source';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { legsOf, makeResolver } from '../resolve/make-resolver.ts';
import { askExplained } from './ask-explained.ts';
import { type Release, writeDiscogsDumps } from './discogs-dump.ts';

const plaza = [1, 'Plaza Hotel'] as const;
const budapest = [2, 'Grand Budapest'] as const;
const needles = [3, 'The Broken Needles'] as const;
const trio = [4, 'Karin Almqvist Trio'] as const;
const others = Array.from({ length: 60 }, (_, place) => [1000 + place, `Nobody Special ${place}`] as const);

/** So many that their artists are not looked through one by one. */
const common = others.map(
  ([id, name], place): Release => ({ id: 500 + place, artist: [id, name], title: 'Greatest Hits' }),
);

/** A shop that knows some of the albums, one under a name that no credit of it shows. */
const shop = [
  'id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants',
  's1,artist,Budapest Gran Hotel Orchestra,,,,,,,,Plasa Hotel',
  's2,artist,Plaza Hotel Orchestra,,,,,,,,',
  'p1,release,Budapest Gran Hotel Orchestra,Lobby Music,s1,,,,,,',
  'p2,release,Plaza Hotel Orchestra,Room Service,s2,,,,,,',
];

let resolver: Resolver;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-widely-'));
  await writeFile(join(folder, 'shop.csv'), `${shop.join('\n')}\n`);
  const source = csvSource('shop');
  resolver = await makeResolver([
    await writeDiscogsDumps({
      artists: [
        { id: plaza[0], name: plaza[1] },
        { id: budapest[0], name: budapest[1], variations: ['Piazza Grande'] },
        ...[needles, trio, ...others].map(([id, name]) => ({ id, name })),
      ],
      releases: [
        { id: 10, artist: plaza, title: 'Lobby Music' },
        { id: 11, artist: budapest, title: 'Concierge' },
        { id: 12, artist: needles, title: 'Run-Out Groove' },
        { id: 13, artist: needles, title: 'Greatest Hits' },
        { id: 14, artist: trio, title: 'Vinterljus' },
        { id: 15, artist: [...budapest, 'Budapest, The Grand Ones'], title: 'Elevator' },
        ...common,
      ],
    }),
    { source, files: await source.discover(join(folder, 'shop.csv')) },
  ]);
}, 90_000);

const ask = (artist: string, title: string) => askExplained(resolver, artist, title);

describe('a row whose names are equal to none', () => {
  it.each([
    { why: 'a slip in the artist, a title of few', row: ['Plaza Hotle', 'Lobby Music'], album: ['one_edit', '10'] },
    { why: 'two slips', row: ['Plazza Hotle', 'Lobby Music'], album: ['two_edits', '10'] },
    { why: 'in the article', row: ['Teh Broken Needles', 'Run-Out Groove'], album: ['one_edit', '12'] },
    { why: 'the same, a title of many', row: ['TheB roken Needles', 'Greatest Hits'], album: ['one_edit', '13'] },
    { why: 'in a variation that no credit shows', row: ['Piaza Grande', 'Concierge'], album: ['one_edit', '11'] },
    { why: 'in what is printed', row: ['Budapest, The Gran Ones', 'Elevator'], album: ['one_edit', '15'] },
    { why: 'words in another order', row: ['Trio Almqvist Karin', 'Vinterljus'], album: ['reordered', '14'] },
  ])('$why', ({ row: [artist, title], album }) => {
    const { chosen } = ask(artist as string, title as string);
    expect([chosen?.artist_pass, chosen?.external_id]).toEqual(album);
  });

  it('is looked for under other names where another family has the album', () => {
    expect(legsOf(ask('Plaxa Hotel', 'Lobby Music').result)).toEqual(
      expect.arrayContaining(['discogs_release:10 trigram', 'shop_release:p1 trigram']),
    );
  });

  it('stays without an album where neither its name nor its title is like any', () => {
    const { result, albums } = ask('Somebody Else Entirely', 'Unheard Of Album');
    expect([result.main, albums]).toEqual([null, []]);
  });

  it('says who else has a like name, of those with the title first', () => {
    const { result } = ask('Plaza Hotle', 'Lobby Music');
    const names = result.explanation?.families.flatMap(({ artists }) => artists.map(({ name }) => name));
    expect(names).toContain('Plaza Hotel');
  });
});
