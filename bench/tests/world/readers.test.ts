import { builtInSources } from '@deadwax/sources/registry';
import type { ReadReport, Source } from '@deadwax/sources/source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, makeFixture } from './fixture.ts';

interface Reading {
  readonly rows: Map<string, number>;
  readonly quarantined: unknown[];
  readonly reports: ReadReport[];
}

async function readAll(source: Source, folder: string): Promise<Reading> {
  const reading: Reading = { rows: new Map(), quarantined: [], reports: [] };
  for (const file of await source.discover(folder)) {
    const report = await source.read(file, {
      sink: {
        row: (table) => reading.rows.set(table, (reading.rows.get(table) ?? 0) + 1),
        record: () => undefined,
        drain: () => Promise.resolve(),
      },
      quarantine: {
        add: (record) => reading.quarantined.push(record),
        get count() {
          return reading.quarantined.length;
        },
      },
      signal: new AbortController().signal,
      allowTruncated: false,
      onProgress: () => undefined,
    });
    reading.reports.push(report);
  }
  return reading;
}

describe('our own readers', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await makeFixture({ artists: 300 });
  });
  afterAll(() => fixture.remove());

  const folderOf = (name: string) => (name === 'wikidata' ? `${fixture.out}/wikidata.json.gz` : fixture.out);

  it.each(builtInSources.map((source) => [source.name, source] as const))(
    'read the %s dump without a fault',
    async (name, source) => {
      const { rows, quarantined, reports } = await readAll(source, folderOf(name));
      expect(quarantined).toEqual([]);
      expect(reports.every(({ truncated, records }) => !truncated && records > 0)).toBe(true);
      expect([...rows.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
    },
  );
});
