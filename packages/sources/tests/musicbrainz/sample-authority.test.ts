import { sharedData } from '@deadwax/platform/shared-data';
import { beforeAll, describe, expect, it } from 'vitest';
import { musicbrainzSource } from '../../src/musicbrainz/source.ts';
import type { AuthorityQueries, Value } from '../../src/source.ts';
import { loadDuckdb, queryRows } from '../load-duckdb.ts';
import { memoryContext } from '../memory-sink.ts';

const sample = sharedData('dumps', 'musicbrainz', 'mini-mbdump.tar.bz2');

const SNOOP_DOGG = 'f90e8b26-9e52-4669-a5c9-e28529c47894';
const BEATLES = 'b10bbbfc-cf9e-42e0-be17-e2c3e1d2600d';

type Query = Exclude<keyof AuthorityQueries, 'crossReferences'>;
type Row = Record<string, Value>;

describe.skipIf(sample === null)('what the sample of MusicBrainz asserts', () => {
  const answers = {} as Record<Query, Row[]>;
  let references: Row[] = [];

  beforeAll(async () => {
    const context = memoryContext(musicbrainzSource);
    const [file] = await musicbrainzSource.discover(sample ?? '');
    await musicbrainzSource.read(file!, context);
    const connection = await loadDuckdb(musicbrainzSource, context.sink);
    const { crossReferences, ...queries } = musicbrainzSource.authority;
    for (const [name, sql] of Object.entries(queries)) answers[name as Query] = await queryRows(connection, sql ?? '');
    references = (await Promise.all(crossReferences.map(({ sql }) => queryRows(connection, sql)))).flat();
    connection.closeSync();
  });

  it('names every artist, and links none to Various Artists', () => {
    expect(answers.artists).toHaveLength(87);
    expect(answers.artists.filter(({ matchable }) => !matchable).map(({ name }) => name)).toEqual(['Various Artists']);
  });

  it('knows an artist by heading, alias, credit, sort name and band', () => {
    const names = (id: string) =>
      answers.artistNames.filter(({ artist_id }) => artist_id === id).map(({ role, name }) => `${role}: ${name}`);
    expect(names(BEATLES)).toEqual(
      expect.arrayContaining([
        'preferred: The Beatles',
        'sort_name: Beatles, The',
        'variation: Beatles',
        'alias: Beetles',
        'member: John Lennon',
        'member: Ringo Starr',
      ]),
    );
    const lennon = answers.artists.find(({ name }) => name === 'John Lennon')?.id;
    expect(answers.artistNames).toContainEqual({
      source: 'mb_artist',
      artist_id: lennon,
      role: 'group',
      name: 'The Beatles',
      related_id: BEATLES,
    });
  });

  it('gives Snoop Dogg and Snoop Lion one Wikidata item and two Discogs artists', () => {
    const ofItem = references.filter(({ source_b, id_b }) => source_b === 'wikidata_artist' && id_b === 'Q6096');
    expect(ofItem.map(({ id_a }) => answers.artists.find(({ id }) => id === id_a)?.name).toSorted()).toEqual([
      'Snoop Dogg',
      'Snoop Lion',
    ]);
    const discogs = references.filter(({ id_a, source_b }) => id_a === SNOOP_DOGG && source_b === 'discogs_artist');
    expect(discogs).toEqual([
      {
        source_a: 'mb_artist',
        id_a: SNOOP_DOGG,
        source_b: 'discogs_artist',
        id_b: '132084',
        via_table: 'l_artist_url',
        via_property: 'discogs',
        ended: false,
        rank: 'normal',
      },
    ]);
  });

  it('draws no Discogs id from an address that holds a name', () => {
    const discogs = references.filter(({ source_b }) => source_b === 'discogs_artist').map(({ id_b }) => id_b);
    expect(discogs.toSorted()).toEqual(['132084', '2859872', '82730', '95546']);
  });

  it('fans one release out to several Discogs releases, and back', () => {
    const plone = references.filter(
      ({ source_a, source_b }) => source_a === 'mb_release' && source_b === 'discogs_release',
    );
    expect([...new Set(plone.map(({ id_b }) => id_b))].toSorted()).toEqual(['1722', '30895', '30896']);
  });

  it('rewrites the one merged artist', () => {
    expect(answers.redirects).toEqual([
      { source: 'mb_artist', old_id: 'b3668303-75e1-4ec3-9b32-008598675340', new_id: expect.any(String) },
    ]);
    expect(answers.artists.map(({ id }) => id)).toContain(answers.redirects[0]?.new_id);
  });

  it('describes groups and releases, one representative to a group', () => {
    const groups = answers.releases.filter(({ grain }) => grain === 'group');
    const releases = answers.releases.filter(({ grain }) => grain === 'release');
    expect([groups.length, releases.length]).toEqual([21, 36]);
    const mains = releases.filter(({ is_main }) => is_main).map(({ group_id }) => group_id);
    expect(mains).toHaveLength(new Set(releases.map(({ group_id }) => group_id)).size);
    expect(new Set(mains).size).toBe(mains.length);
    expect(releases.find(({ title }) => title === 'LOVE & HONESTY')).toMatchObject({
      source: 'mb_release',
      group_source: 'mb_release_group',
      year: 2004,
      country: 'Japan',
      matchable: true,
    });
  });

  it('keeps credits in order, with their join phrases', () => {
    const joined = new Map<string, string>();
    for (const row of answers.releaseCredits.toSorted((a, b) => Number(a.position) - Number(b.position))) {
      const key = `${row.source} ${row.release_id}`;
      joined.set(key, `${joined.get(key) ?? ''}${row.name}${row.join_phrase}`);
    }
    expect(
      [...joined.values()].some(
        (credit) => credit.includes('♥') || credit.includes(' feat. ') || credit.includes(' & '),
      ),
    ).toBe(true);
    expect(answers.releaseCredits.every(({ artist_id }) => artist_id !== null)).toBe(true);
    expect(answers.releaseBarcodes.every(({ barcode }) => /^\d+$/.test(String(barcode)))).toBe(true);
    expect(answers.releaseLabels.length).toBeGreaterThan(20);
  });
});
