import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { discogsSource } from '../../src/discogs/source.ts';
import { memoryContext } from '../memory-sink.ts';
import { releasesXml, releaseXml } from './release-xml.ts';
import { withFolder } from './scan.ts';

const releases = releasesXml(releaseXml(1));
const artists = '<artists><artist><id>1</id><name>A</name></artist></artists>';

function save(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

describe('discover', () => {
  it('finds dumps in folders, in the order of their paths, and leaves other files alone', () =>
    withFolder(async (folder) => {
      save(folder, {
        'native/releases.xml': releases,
        '2020/discogs_20200806_releases.xml.gz': gzipSync(releases),
        '2020/discogs_20200806_artists.xml.gz': gzipSync(artists),
        '2020/readme.txt': 'x',
        'other/myreleases.xml': '<x/>',
        'other/releases.xml.part': 'x',
      });
      const files = await discogsSource.discover(folder);
      expect(files.map((file) => [relative(folder, file.path), file.kind, file.dumpDate])).toEqual([
        ['2020/discogs_20200806_artists.xml.gz', 'artists', '2020-08-06'],
        ['2020/discogs_20200806_releases.xml.gz', 'releases', '2020-08-06'],
        ['native/releases.xml', 'releases', null],
      ]);
      expect(files[2]?.bytes).toBe(releases.length);
    }));

  it.each([
    ['<releases>', releases, 'releases'],
    ['<artist>, without a root', '\n<artist ><id>1</id><name>A</name></artist>', 'artists'],
    ['a declaration and a comment', `\ufeff<?xml version="1.0"?><!-- <masters> -->\n${releases}`, 'releases'],
  ])('knows a single file of any name by its first tag: %s', (_what, content, kind) =>
    withFolder(async (folder) => {
      save(folder, { 'dump.dat': content });
      expect(await discogsSource.discover(join(folder, 'dump.dat'))).toMatchObject([{ kind }]);
    }),
  );

  it.each([
    ['an empty folder', {}, '.', 'not_a_dump'],
    ['no such path', {}, 'nowhere', 'missing_file'],
    ['a name that does not fit the content', { 'releases.xml': artists }, '.', 'not_a_dump'],
    ['an empty dump among others', { 'artists.xml': artists, 'releases.xml.gz': '' }, '.', 'empty_file'],
  ])('refuses %s', (_what, files, path, code) =>
    withFolder(async (folder) => {
      save(folder, files as Record<string, string>);
      await expect(discogsSource.discover(join(folder, path))).rejects.toMatchObject({ code, name: 'ImportError' });
    }),
  );
});

describe('the checksum file', () => {
  const name = 'discogs_20200806_releases.xml.gz';
  const packed = gzipSync(releases);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  const sums: [what: string, text: string, ok: boolean][] = [
    ['fits', `${sha256} *${name}\n`, true],
    [
      'fits, in capitals, among others',
      `${'0'.repeat(64)}  discogs_20200806_labels.xml.gz\r\n${sha256.toUpperCase()}  ${name}\r\n`,
      true,
    ],
    ['does not name the file', `${'0'.repeat(64)} *discogs_20200806_labels.xml.gz\n`, true],
    ['says otherwise', `${'0'.repeat(64)} *${name}\n`, false],
  ];
  it.each(sums)('%s', (_what, text, ok) =>
    withFolder(async (folder) => {
      save(folder, { [name]: packed, 'discogs_20200806_CHECKSUM.txt': text });
      const [file] = await discogsSource.discover(folder);
      const reading = discogsSource.read(file!, memoryContext(discogsSource));
      if (ok) expect(await reading).toMatchObject({ records: 1 });
      else await expect(reading).rejects.toMatchObject({ code: 'checksum_mismatch', name: 'ImportError' });
    }),
  );
});
