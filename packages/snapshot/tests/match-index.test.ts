import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexVersion, openIndexFile } from '../src/index/index-file.ts';
import { MatchIndex } from '../src/index/match-index.ts';
import { buildFromRows, sampleRows } from './build-csv.ts';

let index: MatchIndex;
let path: string;

beforeAll(async () => {
  const { out } = await buildFromRows(sampleRows);
  path = join(out, 'match.index');
  index = new MatchIndex(openIndexFile(path));
});

function findNames(name: string) {
  const place = index.artistKeys.find(artistKey(name));
  return place < 0 ? [] : index.namesUnder(place);
}

const idsNamed = (name: string) => findNames(name).map(({ artist, role }) => `${index.artistId(artist)} ${role}`);

describe('the match index', () => {
  it('keeps homonyms apart under one key', () => {
    expect(idsNamed('NIRVANA')).toEqual(expect.arrayContaining(['a1 preferred', 'a2 preferred']));
  });

  it('knows variations, and credits as printed', () => {
    expect(idsNamed('n yanya')).toEqual(['a3 variation']);
    expect(idsNamed('Nilufer Yanya')).toEqual(expect.arrayContaining(['a3 preferred', 'a3 variation']));
  });

  it('reaches a credit without an id by its name, and links it to nobody', () => {
    const [name] = findNames('細野晴臣');
    expect(name && index.isMatchable(name.artist)).toBe(false);
    expect(
      name &&
        index
          .releasesOf(name.artist, index.findTitle(titleKey('Hosono House')))
          .map((release) => index.releaseId(release)),
    ).toEqual(['r5']);
  });

  it('marks various artists', () => {
    expect(index.listVarious().map((artist) => index.artistName(artist))).toEqual(['Various Artists']);
  });

  it('finds nothing for what nobody is called', () => {
    expect(idsNamed('Nobody')).toEqual([]);
    expect(idsNamed('')).toEqual([]);
    expect(index.findTitle(titleKey('No Such Record'))).toBe(-1);
  });

  it('finds what a plain search of every pair finds, and no more', () => {
    const titles = [
      'Nevermind',
      'Painless',
      'Painless (Deluxe)',
      'Songs of Love and Praise',
      'Trojan Ska',
      'Hosono House',
      'Missing',
    ];
    for (let artist = 0; artist < index.meta.artists; artist += 1) {
      for (const title of titles) {
        const expected: number[] = [];
        for (let release = 0; release < index.meta.releases; release += 1) {
          const named = [index.releaseTitle(release), ...index.otherTitles(release)].some(
            (text) => titleKey(text) === titleKey(title),
          );
          if (named && index.artistsOf(release).includes(artist)) expected.push(release);
        }
        expect(index.releasesOf(artist, index.findTitle(titleKey(title)))).toEqual(expected);
      }
    }
  });

  it('keeps what is printed on a release', () => {
    const release = [...index.releasesTitled(index.findTitle(titleKey('Nevermind')))][0] ?? -1;
    expect({
      credit: index.releaseCredit(release),
      year: index.releaseYear(release),
      format: index.releaseFormat(release),
      labels: index.labelsOf(release),
      barcodes: index.barcodesOf(release),
    }).toEqual({
      credit: 'Nirvana',
      year: 1991,
      format: 'CD',
      labels: [{ name: 'DGC', catalogNumber: 'DGC-24425' }],
      barcodes: ['720642442524'],
    });
  });
});

describe('an index file', () => {
  it('is refused when cut short, foreign or of another version', async () => {
    const bytes = await readFile(path);
    const copy = `${path}.copy`;
    await writeFile(copy, bytes);
    await truncate(copy, bytes.length - 100);
    expect(() => openIndexFile(copy)).toThrow(/ends early/);
    await writeFile(copy, 'something else, and long enough to be read as one');
    expect(() => openIndexFile(copy)).toThrow(/does not begin as one/);
    await writeFile(
      copy,
      bytes
        .toString('latin1')
        .replace(`{"version":${indexVersion},`, `{"version":${'7'.padStart(String(indexVersion).length)},`),
      'latin1',
    );
    expect(() => openIndexFile(copy)).toThrow(/of version 7; this program reads/);
    expect(() => openIndexFile(`${path}.none`)).toThrow(/cannot open/);
    const changed = Buffer.from(bytes);
    const section = openIndexFile(path).sections.find(
      ({ name, bytes: size }) => name.startsWith('artistKey') && size > 0,
    );
    changed[section?.offset ?? -1]! ^= 1;
    await writeFile(copy, changed);
    expect(() => openIndexFile(copy).verify()).toThrow(/section artistKey.*check sum/);
    expect(() => openIndexFile(path).verify()).not.toThrow();
  });
});
