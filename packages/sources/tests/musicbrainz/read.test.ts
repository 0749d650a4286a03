import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sharedData } from '@deadwax/platform/shared-data';
import { afterAll, describe, expect, it } from 'vitest';
import { musicbrainzSource } from '../../src/musicbrainz/source.ts';
import type { ReadReport } from '../../src/source.ts';
import { type MemoryContext, memoryContext } from '../memory-sink.ts';
import { copyTable, dumpFiles, gid, makeTar, NOTES } from './make-dump.ts';

const folder = mkdtempSync(join(tmpdir(), 'deadwax-mbdump-'));
afterAll(() => rmSync(folder, { recursive: true }));

function save(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

interface Outcome {
  report: ReadReport;
  context: MemoryContext;
}

async function readPath(path: string, options: Parameters<typeof memoryContext>[1] = {}): Promise<Outcome> {
  const context = memoryContext(musicbrainzSource, options);
  const [file] = await musicbrainzSource.discover(path);
  if (file === undefined) throw new Error('nothing discovered');
  return { report: await musicbrainzSource.read(file, context), context };
}

const artists = Array.from({ length: 4000 }, (_, index) => ({
  id: index + 1,
  gid: gid(index + 1),
  name: `Artist ${index + 1} ${randomInt(1e9)}`,
  sort_name: 'x',
  ended: 'f',
}));
const files = dumpFiles({ artist: artists, artist_gid_redirect: [{ gid: gid(9_000_000), new_id: 1 }] });

describe('a dump in every form it comes in', () => {
  const pack = (command: string) => (bytes: Buffer) =>
    execFileSync(command, ['-c', '-1'], { input: bytes, maxBuffer: 1e8 });
  it.each([
    ['mbdump.tar', (bytes: Buffer) => bytes],
    ['mbdump.tar.gz', (bytes: Buffer) => gzipSync(bytes)],
    ['mbdump.tar.bz2', pack('bzip2')],
    ['mbdump.tar.xz', pack('xz')],
  ])('%s', async (name, compress) => {
    const path = save(`${name}-form/${name}`, compress(await makeTar(files)));
    for (const place of [path, dirname(path)]) {
      const { report, context } = await readPath(place);
      expect(report).toEqual({ records: 4001, skipped: {}, repaired: {}, truncated: false, dumpDate: '2026-09-23' });
      expect(context.sink.rows('artist')).toHaveLength(4000);
      expect(context.sink.rows('artist')[9]?.slice(0, 3)).toEqual([10, gid(10), artists[9]?.name]);
      expect(context.progress.at(-1)).toBe(readFileSync(path).length);
    }
  });

  it('an unpacked folder, its mbdump folder, or tables beside their SCHEMA_SEQUENCE', async () => {
    for (const [name, content] of Object.entries(files)) save(`unpacked/${name}`, content);
    cpSync(join(folder, 'unpacked/mbdump'), join(folder, 'flat'), { recursive: true });
    for (const [name, content] of Object.entries(NOTES)) save(`flat/${name}`, content);
    for (const place of ['unpacked', 'unpacked/mbdump', 'flat']) {
      const { report, context } = await readPath(join(folder, place));
      expect(report).toMatchObject({ records: 4001, dumpDate: '2026-09-23' });
      const [input] = await musicbrainzSource.discover(join(folder, place));
      expect(context.progress.at(-1)).toBe(input?.bytes);
    }
  });

  it('with its files in any order, below ./, and with tables that are not wanted', async () => {
    const shuffled = {
      './mbdump/artist_tag': 'of another dump\n',
      './mbdump/artist_gid_redirect': files['mbdump/artist_gid_redirect'] ?? '',
      './mbdump/artist': files['mbdump/artist'] ?? '',
      './SCHEMA_SEQUENCE': '31\n',
      './README': 'read me\n',
    };
    const { report } = await readPath(save('shuffled/mbdump.tar', await makeTar(shuffled)));
    expect(report).toMatchObject({ records: 4001, dumpDate: null });
  });
});

describe('what is not a dump', () => {
  interface Refused {
    readonly what: string;
    readonly name: string;
    readonly bytes: () => Promise<Buffer | string>;
    readonly code: string;
    readonly words: RegExp;
  }
  const refused: Refused[] = [
    {
      what: 'text',
      name: 'text.tar.bz2',
      bytes: async () => 'Artist,Album\n'.repeat(200),
      code: 'not_a_dump',
      words: /is not a tar archive/,
    },
    {
      what: 'packed text',
      name: 'text.tar.gz',
      bytes: async () => gzipSync('hello'),
      code: 'not_a_dump',
      words: /is not a tar archive/,
    },
    {
      what: 'an empty file',
      name: 'empty/mbdump.tar.bz2',
      bytes: async () => '',
      code: 'empty_file',
      words: /is empty/,
    },
    {
      what: 'another archive',
      name: 'other.tar',
      bytes: () => makeTar({ 'a.txt': 'a' }),
      code: 'not_a_dump',
      words: /none of the core tables/,
    },
    {
      what: 'the derived dump',
      name: 'mbdump-derived.tar',
      bytes: () => makeTar({ ...NOTES, 'mbdump/artist_tag': '1\t1\t1\n' }),
      code: 'not_a_dump',
      words: /none of the core tables.*other mbdump-\*\.tar/,
    },
    {
      what: 'another schema',
      name: 'schema.tar',
      bytes: () => makeTar({ ...files, SCHEMA_SEQUENCE: '99\n' }),
      code: 'unknown_schema',
      words: /schema sequence 99; known: 31/,
    },
    {
      what: 'a dump without schema',
      name: 'schemaless.tar',
      bytes: () => makeTar({ 'mbdump/artist': files['mbdump/artist'] ?? '' }),
      code: 'not_a_dump',
      words: /no SCHEMA_SEQUENCE/,
    },
    {
      what: 'a table with other columns',
      name: 'columns.tar',
      bytes: () => makeTar({ ...NOTES, 'mbdump/artist': 'a\tb\tc\n'.repeat(30) }),
      code: 'wrong_columns',
      words: /table artist should have 19 columns \(id, gid, name, sort_name/,
    },
    {
      what: 'a cut archive',
      name: 'cut.tar',
      bytes: async () => (await makeTar(files)).subarray(0, 100_000),
      code: 'truncated',
      words: /ends before the archive/,
    },
    {
      what: 'an archive without its end mark',
      name: 'endless.tar',
      bytes: async () => (await makeTar(files)).subarray(0, -1536),
      code: 'truncated',
      words: /ends before the archive/,
    },
  ];

  it.each(refused)('$what is refused', async ({ name, bytes, code, words }) => {
    const path = save(name, await bytes());
    const error = await readPath(path).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'ImportError', code });
    expect((error as Error).message).toMatch(words);
    expect((error as Error).message).toContain(name);
  });

  it('a folder with none, with several, and a path that is not there', async () => {
    mkdirSync(join(folder, 'nothing'));
    await expect(readPath(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'not_a_dump' });
    const archive = await makeTar(files);
    save('several/20260101-000000/mbdump.tar', archive);
    save('several/20260201-000000/mbdump.tar', archive);
    await expect(readPath(join(folder, 'several'))).rejects.toThrow('2 MusicBrainz dumps');
    await expect(readPath(join(folder, 'missing'))).rejects.toMatchObject({ code: 'missing_file' });
  });
});

describe('a dump that ends early', () => {
  const half = async () => {
    const packed = execFileSync('bzip2', ['-c', '-1'], { input: await makeTar(files), maxBuffer: 1e8 });
    return save('half/mbdump.tar.bz2', packed.subarray(0, Math.floor(packed.length / 2)));
  };

  it('is refused', async () => {
    const path = await half();
    await expect(readPath(path)).rejects.toMatchObject({ code: 'truncated', file: path });
  });

  it('gives every whole row before the cut where that is allowed', async () => {
    const { report, context } = await readPath(await half(), { allowTruncated: true });
    expect(report.truncated).toBe(true);
    const rows = context.sink.rows('artist');
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.length).toBeLessThan(4000);
    expect(rows.map((row) => row[2])).toEqual(artists.slice(0, rows.length).map(({ name }) => name));
    expect(context.quarantine.count).toBe(0);
  });

  it('stops when told to, before or midway', async () => {
    const bytes = await makeTar(files);
    const path = save('stopped/mbdump.tar.bz2', execFileSync('bzip2', ['-c'], { input: bytes, maxBuffer: 1e8 }));
    await expect(readPath(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    const controller = new AbortController();
    const context = memoryContext(musicbrainzSource, { signal: controller.signal });
    const [file] = await musicbrainzSource.discover(path);
    const reading = musicbrainzSource.read(file!, { ...context, onProgress: () => controller.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    expect(context.sink.rows('artist').length).toBeLessThan(4000);
  });
});

describe('damaged rows', () => {
  it('are put aside with their place in the table, and the rest is read', async () => {
    const lines = copyTable('artist', artists.slice(0, 50)).split('\n');
    lines[30] = 'torn\trow';
    const path = save('damaged/mbdump.tar', await makeTar({ ...NOTES, 'mbdump/artist': lines.join('\n') }));
    const { report, context } = await readPath(path);
    expect(report.records).toBe(49);
    expect(context.quarantine.records).toMatchObject([
      { file: `${path}:mbdump/artist`, line: 31, reason: 'wrong_column_count', excerpt: 'torn\trow' },
    ]);
  });
});

const sample = sharedData('dumps', 'musicbrainz', 'mini-mbdump.tar.bz2');

describe('the real rows of the sample', () => {
  it.skipIf(sample === null)('are all read', async () => {
    const { report, context } = await readPath(sample ?? '');
    const counts = Object.fromEntries(
      musicbrainzSource.tables.map(({ name }) => [name, context.sink.rows(name).length]),
    );
    expect(counts).toMatchObject({
      artist: 87,
      artist_alias: 120,
      release: 36,
      release_group: 21,
      recording: 193,
      track: 308,
      url: 111,
      l_artist_url: 91,
      l_release_url: 19,
      link_type: 427,
      artist_gid_redirect: 1,
      release_alias: 0,
    });
    expect(context.quarantine.count).toBe(0);
    expect(report).toMatchObject({ dumpDate: null, truncated: false, repaired: {} });
  });
});
