import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allMatches, type Fixture, makeFixture, readDump, readGzip, readTable } from './fixture.ts';

interface Snak {
  readonly snaktype: string;
  readonly datavalue?: { readonly value: unknown };
}
interface Entity {
  readonly id: string;
  readonly labels: Record<string, { value: string }>;
  readonly claims: Record<string, { mainsnak: Snak; rank: string }[]>;
}

describe('Wikidata dump', () => {
  let fixture: Fixture;
  let text: string;
  let entities: Entity[];
  beforeAll(async () => {
    const write = { discogs: { kinds: ['artists', 'masters'] }, musicbrainz: 'folder', library: false } as const;
    fixture = await makeFixture({ artists: 3000, write });
    text = readGzip(fixture.out, 'wikidata.json.gz');
    entities = JSON.parse(text) as Entity[];
  });
  afterAll(() => fixture.remove());

  const valuesOf = (property: string) =>
    entities
      .flatMap(({ claims }) => (claims[property] ?? []).map(({ mainsnak }) => mainsnak.datavalue?.value))
      .filter((value) => value !== undefined);
  const idsOf = (property: string) => valuesOf(property).map((value) => (value as { id: string }).id);

  it('is an array, one entity a line, in ASCII', () => {
    const lines = text.split('\n');
    expect(lines[0]).toBe('[');
    expect(lines.slice(-2)).toEqual([']', '']);
    expect(lines.slice(1, -3).every((line) => /^\{.*\},$/.test(line))).toBe(true);
    expect(lines.at(-3)).toMatch(/\}$/);
    expect(text).not.toMatch(/\P{ASCII}/u);
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
  });

  it.each([
    'P31',
    'P106',
    'P434',
    'P1953',
    'P1902',
    'P2850',
    'P3283',
    'P436',
    'P1954',
    'P175',
    'P577',
    'P2205',
    'P2281',
  ])('uses %s', (property) => {
    expect(valuesOf(property).length).toBeGreaterThan(10);
  });

  it('has artists, groups, albums and what is no music', () => {
    const classes = new Set(idsOf('P31'));
    for (const each of ['Q5', 'Q215380', 'Q482994', 'Q515']) expect(classes).toContain(each);
  });

  it('has ranks, a novalue and empty maps', () => {
    const statements = entities.flatMap(({ claims }) => Object.values(claims).flat());
    expect(new Set(statements.map(({ rank }) => rank))).toEqual(new Set(['normal', 'preferred', 'deprecated']));
    expect(statements.some(({ mainsnak }) => mainsnak.snaktype === 'novalue')).toBe(true);
    expect(text).toContain('"claims":[]');
  });

  it('names ids that exist, but for those mistyped on purpose', () => {
    const masters = new Set(allMatches(readDump(fixture.out, 'masters'), /<master id="(\d+)"/g));
    const artists = new Set(allMatches(readDump(fixture.out, 'artists'), /<artist><id>(\d+)/g));
    const gids = new Set([
      ...readTable(fixture.out, 'artist').map((row) => row[1]),
      ...readTable(fixture.out, 'artist_gid_redirect').map((row) => row[0]),
    ]);
    const groups = new Set(readTable(fixture.out, 'release_group').map((row) => row[1]));
    const items = new Set(entities.map(({ id }) => id));
    const stray = (values: unknown[], known: Set<unknown>) => values.filter((value) => !known.has(value));
    expect(stray(valuesOf('P1954'), masters)).toEqual([]);
    expect(stray(valuesOf('P434'), gids)).toEqual([]);
    expect(stray(valuesOf('P436'), groups)).toEqual([]);
    expect(stray(idsOf('P175'), items)).toEqual([]);
    expect(stray(valuesOf('P1953'), artists).every((value) => /^artist\//.test(String(value)))).toBe(true);
  });

  it('has labels in the script of the artist beside Latin ones', () => {
    const languages = new Set(entities.flatMap(({ labels }) => Object.keys(labels)));
    for (const language of ['en', 'ru', 'ja', 'de']) expect(languages).toContain(language);
  });
});
