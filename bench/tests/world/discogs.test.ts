import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allMatches, type Fixture, makeFixture, parseXml, readDump } from './fixture.ts';

const KINDS = ['artists', 'labels', 'masters', 'releases'] as const;

describe('Discogs dumps', () => {
  let fixture: Fixture;
  const texts = {} as Record<(typeof KINDS)[number], string>;

  beforeAll(async () => {
    fixture = await makeFixture({ artists: 2000, write: { musicbrainz: false, wikidata: false, library: false } });
    for (const kind of KINDS) texts[kind] = readDump(fixture.out, kind);
  });
  afterAll(() => fixture.remove());

  const share = (part: number, whole: number) => part / whole;
  const recordsOf = (kind: (typeof KINDS)[number]) =>
    texts[kind].split(new RegExp(`\n(?=<${kind.slice(0, -1)}[ >])`)).slice(1);

  it.each(KINDS)('%s are well-formed, one record a line, without what dumps of 2026 lack', (kind) => {
    const paths = new Set<string>();
    parseXml(texts[kind], (path) => paths.add(path));
    expect(texts[kind].startsWith(`<${kind}>\n`)).toBe(true);
    expect(texts[kind].endsWith(`</${kind}>`)).toBe(true);
    expect([...paths].filter((path) => path.endsWith('/images'))).toEqual([]);
    expect(/ status="|<\w+\/>(?<!"\/>)|<(\w+)><\/\1>/.exec(texts[kind])?.[0]).toBeUndefined();
  });

  it('writes line breaks as the dumps do, and other than ASCII as it is', () => {
    expect(texts.releases.includes('&#13;\n')).toBe(true);
    for (const script of ['Cyrillic', 'Han', 'Hangul', 'Greek', 'Arabic', 'Hebrew']) {
      expect([script, new RegExp(`\\p{Script=${script}}`, 'u').test(texts.artists)]).toEqual([script, true]);
    }
  });

  it('publishes the SHA-256 of each file', () => {
    const lines = readFileSync(join(fixture.out, 'discogs_20260901_CHECKSUM.txt'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const [, sha256, name] = /^([0-9a-f]{64}) \*(.+)$/.exec(line)!;
      expect(
        createHash('sha256')
          .update(readFileSync(join(fixture.out, name!)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('names nobody and nothing that is not there', () => {
    const artists = new Set(['0', ...allMatches(texts.artists, /<artist><id>(\d+)/g)]);
    const labels = new Set(allMatches(texts.labels, /<label><id>(\d+)/g));
    const masters = new Set(allMatches(texts.masters, /<master id="(\d+)"/g));
    const releases = new Set(allMatches(texts.releases, /<release id="(\d+)"/g));
    const stray = (ids: string[], known: Set<string>) => ids.filter((id) => !known.has(id));
    expect(stray(allMatches(texts.releases + texts.masters, /<artist><id>(\d+)/g), artists)).toEqual([]);
    expect(stray(allMatches(texts.artists, /<name id="(\d+)"/g), artists)).toEqual([]);
    expect(stray(allMatches(texts.releases, /<label [^>]*id="(\d+)"/g), labels)).toEqual([]);
    expect(stray(allMatches(texts.releases, /<company><id>(\d+)/g), labels)).toEqual([]);
    expect(stray(allMatches(texts.labels, /abel id="(\d+)"/g), labels)).toEqual([]);
    expect(stray(allMatches(texts.releases, /<master_id [^>]*>(\d+)/g), masters)).toEqual([]);
    expect(stray(allMatches(texts.masters, /<main_release>(\d+)/g), releases)).toEqual([]);
  });

  it('says the same of aliases, groups and members from both sides', () => {
    const ids = (record: string, list: string) =>
      allMatches(new RegExp(`<${list}>(.*?)</${list}>`).exec(record)?.[1] ?? '', /id="(\d+)"/g);
    const pairs = (from: string) =>
      recordsOf('artists').flatMap((record) =>
        ids(record, from).map((to) => [/<id>(\d+)/.exec(record)![1]!, to] as const),
      );
    const text = (list: (readonly [string, string])[], turned: boolean) =>
      list.map(([a, b]) => (turned ? `${b} ${a}` : `${a} ${b}`)).sort();
    expect(text(pairs('aliases'), false)).toEqual(text(pairs('aliases'), true));
    expect(text(pairs('groups'), false)).toEqual(text(pairs('members'), true));
    expect(pairs('members').length).toBeGreaterThan(100);
  });

  it('gives a homonym suffix to one in six, each name once', () => {
    const names = allMatches(texts.artists, /<artist><id>\d+<\/id><name>([^<]+)/g);
    expect(new Set(names).size).toBe(names.length);
    const suffixed = names.filter((name) => / \(\d+\)$/.test(name));
    expect(share(suffixed.length, names.length)).toBeCloseTo(0.16, 1.5);
    for (const name of suffixed) expect(names).toContain(name.replace(/ \(\d+\)$/, ''));
  });

  it('has the proportions of the real dumps', () => {
    const artists = recordsOf('artists');
    const releases = recordsOf('releases');
    const masters = recordsOf('masters');
    const count = (records: string[], pattern: RegExp) =>
      share(records.filter((record) => pattern.test(record)).length, records.length);
    const names = allMatches(texts.artists, /<artist><id>\d+<\/id><name>([^<]+)/g);
    expect(share(names.filter((name) => /\P{ASCII}/u.test(name)).length, names.length)).toBeCloseTo(0.115, 1);
    expect(count(artists, /<namevariations>/)).toBeCloseTo(0.26, 1);
    expect(count(artists, /<aliases>/)).toBeCloseTo(0.115, 1);
    expect(count(artists, /<members>/)).toBeCloseTo(0.079, 1);
    expect(count(releases, /<master_id /)).toBeCloseTo(0.615, 0.7);
    expect(count(masters, /^<master [^>]*><main_release>\d+<\/main_release><artists><artist><id>194</)).toBeCloseTo(
      0.08,
      1,
    );
    expect(count(releases, /^<release [^>]*><artists>.*?<anv>.*?<\/artists>/)).toBeCloseTo(0.1, 1);
  });

  it.each([
    ['a credit without an id', /<artist><id>0<\/id>/],
    ['a join phrase', /<join>Feat\.<\/join>/],
    ['a label named twice', /<label name="([^"]+)" catno="[^"]+" id="(\d+)"\/><label name="\1" catno="[^"]+" id="\2"/],
    ['a record on no label', /<label name="Not On Label" catno="none"/],
    ['a heading', /<track><title>Part Two<\/title><\/track>/],
    ['an index track', /<sub_tracks><track>/],
    ['a credit for some tracks', /<tracks>A1 to A3<\/tracks>/],
    ['a barcode with blanks', /type="Barcode" value="2 \d{6} \d{6}"/],
    ['a record of various artists with a credited track', /<id>194<\/id>.*<track>.*<artists><artist><id>5/],
    ['a day that nobody knows', /<released>\d{4}-\d\d-00</],
    ["the generator's own label", /Deadwax Sample Pressings/],
    ['the mark of what is generated', /<data_quality>Generated</],
  ])('has %s', (_what, pattern) => {
    expect(pattern.test(texts.releases)).toBe(true);
  });
});
