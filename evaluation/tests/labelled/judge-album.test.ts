import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resolver } from '@deadwax/resolver/resolver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCsvReference, prepareCsvReference } from '../../src/labelled/csv-reference.ts';
import { judgeAlbum } from '../../src/labelled/judge-album.ts';
import { collectKnownAlbums } from '../../src/labelled/known-albums.ts';

const records = [
  ['spotify_album:1', 'Stereolab', 'Dots and Loops'],
  ['spotify_album:1#2', 'Stereolab', 'Dots And Loops (Expanded Edition)'],
  ['spotify_album:2', 'Autechre', 'Confield'],
  ['spotify_album:3', 'Jessica Pratt', 'On Your Own Love Again'],
].map(([id = '', artist = '', title = '']) => ({ id, kind: 'release' as const, artist, title }));

const reference = records.map(({ id, artist, title }) => ({
  ...{ artist, title, year: '', origin: 'b' },
  entity: id.replace('#2', ''),
}));

const query = (artist: string, album: string, truth: string, answerable = true) => ({
  ...{ artist, album, truth, answerable },
  origin: 'a',
});

describe('judgeAlbum', () => {
  let folder = '';
  let resolver: Resolver;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deadwax-labelled-'));
    resolver = await openCsvReference(folder, { name: 'albums', key: '', records });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['the true id', query('Stereolab', 'Dots and Loops', 'spotify_album:1'), 'correct', 'id'],
    ['another id of the album', query('Autechre', 'Confield', 'apple_album:9'), 'correct', 'artist and title'],
    ['nothing like it', query('Autechre', 'Tri Repetae', 'apple_album:8'), 'missed', null],
    ['rightly nothing', query('Autechre', 'Tri Repetae', 'apple_album:8', false), 'abstained', null],
    [
      'a label that says otherwise',
      query('Jessica Pratt', 'On Your Own Love Again', 'x:1'),
      'correct',
      'artist and title',
    ],
  ])('%s', (_, row, judgement, by) => {
    const [result] = resolver.resolve([{ library_id: 1, artist_name: row.artist, album_title: row.album }], {
      includeTracks: false,
    });
    const known = collectKnownAlbums([row], reference);
    expect(judgeAlbum(row, result!, known)).toEqual({ judgement, by });
  });

  it('calls another album wrong, and linked where there is nothing to find', () => {
    const [result] = resolver.resolve([{ library_id: 1, artist_name: 'Autechre', album_title: 'Confield' }], {
      includeTracks: false,
    });
    const known = collectKnownAlbums([], reference);
    for (const [answerable, judgement] of [
      [true, 'wrong'],
      [false, 'linked'],
    ] as const)
      expect(judgeAlbum(query('Stereolab', 'Mars', 'spotify_album:3', answerable), result!, known).judgement).toBe(
        judgement,
      );
  });

  it('finds a reference again, and replaces it when its content changes', async () => {
    const first = await prepareCsvReference(folder, { name: 'small', key: '', records: records.slice(0, 1) });
    expect(await prepareCsvReference(folder, { name: 'small', key: '', records: records.slice(0, 1) })).toBe(first);
    const second = await prepareCsvReference(folder, { name: 'small', key: '', records: records.slice(1, 2) });
    expect(second).not.toBe(first);
    await expect(
      openCsvReference(folder, { name: 'small', key: '', records: records.slice(1, 2) }),
    ).resolves.toBeDefined();
  });
});
