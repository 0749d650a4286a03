import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DUMP_TABLES } from '@deadwax/sources/musicbrainz/columns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBzip2 } from '../../src/world/output/tar-file.ts';
import { allMatches, type Fixture, makeFixture, readDump, readTable } from './fixture.ts';

const SPEC = fileURLToPath(new URL('../../../../shared/spec/mbdump-columns.tsv', import.meta.url));
const GID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NULL = '\\N';

describe('MusicBrainz dump', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await makeFixture({
      artists: 1500,
      write: {
        discogs: { kinds: ['artists', 'masters', 'releases'] },
        musicbrainz: 'folder',
        wikidata: false,
        library: false,
      },
    });
  });
  afterAll(() => fixture.remove());

  const tables = () => readdirSync(join(fixture.out, 'mbdump')).sort();
  const rows = (table: string) => readTable(fixture.out, table);
  const column = (table: string, at: number) => rows(table).map((row) => row[at]!);

  function expectWidths(widths: ReadonlyMap<string, number>) {
    for (const table of tables()) {
      const width = widths.get(table);
      if (width === undefined) continue;
      expect([table, ...new Set(rows(table).map((row) => row.length))]).toEqual([table, width]);
    }
  }

  it('has the columns that our reader expects', () => {
    expectWidths(new Map(DUMP_TABLES.map(({ name, columns }) => [name, columns.length])));
  });

  it.skipIf(!existsSync(SPEC))('has the columns of the schema, table by table', () => {
    const widths = new Map<string, number>();
    for (const line of readFileSync(SPEC, 'utf8').trim().split('\n').slice(1)) {
      const table = line.split('\t')[0]!;
      widths.set(table, (widths.get(table) ?? 0) + 1);
    }
    expect(tables().filter((table) => !widths.has(table))).toEqual([]);
    expectWidths(widths);
  });

  it.each([
    ['artist_alias', 1, 'artist', 0],
    ['artist_credit_name', 0, 'artist_credit', 0],
    ['artist_credit_name', 2, 'artist', 0],
    ['artist_gid_redirect', 1, 'artist', 0],
    ['release_group', 3, 'artist_credit', 0],
    ['release', 3, 'artist_credit', 0],
    ['release', 4, 'release_group', 0],
    ['release_country', 0, 'release', 0],
    ['release_country', 1, 'area', 0],
    ['release_label', 1, 'release', 0],
    ['release_label', 2, 'label', 0],
    ['medium', 1, 'release', 0],
    ['medium', 3, 'medium_format', 0],
    ['track', 2, 'recording', 0],
    ['track', 3, 'medium', 0],
    ['track', 7, 'artist_credit', 0],
    ['recording', 3, 'artist_credit', 0],
    ['artist', 11, 'area', 0],
    ['link', 1, 'link_type', 0],
    ['l_artist_artist', 2, 'artist', 0],
    ['l_artist_artist', 3, 'artist', 0],
    ...['artist', 'release', 'release_group'].flatMap((entity) => [
      [`l_${entity}_url`, 1, 'link', 0] as const,
      [`l_${entity}_url`, 2, entity, 0] as const,
      [`l_${entity}_url`, 3, 'url', 0] as const,
    ]),
  ] as const)('%s.%i names rows of %s', (table, at, target, key) => {
    const known = new Set(column(target, key));
    expect(column(table, at).filter((id) => id !== NULL && !known.has(id))).toEqual([]);
  });

  it.each(['artist', 'release_group', 'release', 'recording', 'track', 'label', 'url', 'artist_credit'])(
    '%s has an id and a gid of its own a row',
    (table) => {
      const gidAt = table === 'artist_credit' ? 6 : 1;
      expect(new Set(column(table, 0)).size).toBe(rows(table).length);
      const gids = column(table, gidAt);
      expect(new Set(gids).size).toBe(gids.length);
      expect(gids.filter((gid) => !GID.test(gid))).toEqual([]);
    },
  );

  it('has twins of seven in ten artists and masters, and some artists that Discogs lacks', () => {
    expect((rows('artist').length - 2) / fixture.world.artists).toBeCloseTo(0.7, 1);
    expect(rows('release_group').length / fixture.world.works).toBeCloseTo(0.7, 1);
  });

  it('links some of them, some to the wrong one, and ends a few', () => {
    const urls = new Map(rows('url').map((row) => [row[0]!, row[2]!]));
    const links = rows('l_artist_url').map((row) => ({
      link: row[1]!,
      artist: Number(row[2]) - 1_000_000,
      url: urls.get(row[3]!)!,
    }));
    const toDiscogs = links.filter(({ url }) => /discogs\.com\/artist\/\d/.test(url));
    expect(toDiscogs.length / (rows('artist').length - 2)).toBeCloseTo(0.45, 1);
    const wrong = toDiscogs.filter(
      ({ artist, url }) => Math.floor((Number(/\d+$/.exec(url)![0]) - 500_000_000) / 2) !== artist,
    );
    expect(wrong.length / toDiscogs.length).toBeGreaterThan(0.005);
    expect(wrong.length / toDiscogs.length).toBeLessThan(0.06);
    const ended = new Set(
      rows('link')
        .filter((row) => row[10] === 't')
        .map((row) => row[0]!),
    );
    expect(links.filter(({ link }) => ended.has(link)).length).toBeGreaterThan(0);
  });

  it('links to Discogs records that exist', () => {
    const urls = column('url', 2);
    for (const [kind, pattern] of [
      ['artists', /<artist><id>(\d+)/g],
      ['masters', /<master id="(\d+)"/g],
      ['releases', /<release id="(\d+)"/g],
    ] as const) {
      const known = new Set(allMatches(readDump(fixture.out, kind), pattern));
      const linked = urls.flatMap((url) => new RegExp(`discogs.com/${kind.slice(0, -1)}/(\\d+)$`).exec(url)?.[1] ?? []);
      expect(linked.length).toBeGreaterThan(50);
      expect(linked.filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('spells some names and titles otherwise than Discogs', () => {
    const names = new Set(
      allMatches(readDump(fixture.out, 'artists'), /<artist><id>\d+<\/id><name>([^<]+)/g).map((name) =>
        name.replace(/ \(\d+\)$/, '').replaceAll('&amp;', '&'),
      ),
    );
    const own = column('artist', 2)
      .slice(2)
      .filter((name) => !names.has(name));
    expect(own.length).toBeGreaterThan(10);
    expect(own.length / rows('artist').length).toBeLessThan(0.2);
    expect(column('release_group', 2).some((title) => / (of|in the) /.test(title))).toBe(true);
  });

  it('holds what a real archive does, in its order', async () => {
    const out = mkdtempSync(join(tmpdir(), 'deadwax-world-'));
    const { generateWorld } = await import('../../src/world/generate-world.ts');
    await generateWorld({ out, artists: 60, write: { discogs: false, wikidata: false, library: false } });
    const name = (await hasBzip2()) ? 'mbdump.tar.bz2' : 'mbdump.tar';
    const names = execFileSync('tar', ['tf', join(out, name)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(names.slice(0, 5)).toEqual(['TIMESTAMP', 'COPYING', 'README', 'REPLICATION_SEQUENCE', 'SCHEMA_SEQUENCE']);
    expect(names.slice(5).every((each) => each.startsWith('mbdump/'))).toBe(true);
    expect(readdirSync(out).sort()).toEqual(['README.txt', name]);
    rmSync(out, { recursive: true });
  });
});
