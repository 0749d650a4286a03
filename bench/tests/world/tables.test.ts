import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '@deadwax/snapshot/build/duckdb';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables } from '../../src/world/tables/write-tables.ts';

async function makeWorld(seed: number): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'deadwax-tables-'));
  await writeTables({
    out,
    artists: 5000,
    releases: 9500,
    seed,
    queries: 60,
    memoryLimit: '1GB',
    onPart: () => undefined,
  });
  return out;
}

let one: string;
let two: string;

beforeAll(async () => {
  [one, two] = [await makeWorld(1), await makeWorld(1)];
}, 240_000);

async function ask(sql: string): Promise<Record<string, unknown>> {
  const workbench = await openWorkbench({ folder: tmpdir() });
  try {
    const [row] = await workbench.rows(sql.replaceAll('@', `${one}/authority/`));
    return row ?? {};
  } finally {
    workbench.close();
  }
}

function readQueries(kind: string): { artist: string; id: string | null; source: string | null; kind: string }[] {
  return readFileSync(join(one, 'queries', `${kind}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a world written as tables', () => {
  it('is the same byte for byte from the same seed', () => {
    for (const folder of ['authority', 'queries'])
      for (const name of readdirSync(join(one, folder)))
        expect(readFileSync(join(two, folder, name)).equals(readFileSync(join(one, folder, name))), name).toBe(true);
  });

  it('has homonyms and other scripts as often as Discogs has them', async () => {
    const { homonyms, foreign } = await ask(
      `SELECT avg((name LIKE '% (%)')::INT) AS homonyms, avg((NOT regexp_full_match(name, '[ -~]*'))::INT) AS foreign
       FROM '@artist.parquet' WHERE source = 'discogs_artist'`,
    );
    expect(homonyms).toBeCloseTo(0.163, 1);
    expect(foreign).toBeGreaterThan(0.08);
    expect(foreign).toBeLessThan(0.15);
  });

  it('credits only artists that it has, and links only ids of the right form', async () => {
    const { strangers } = await ask(
      `SELECT count(*) AS strangers FROM '@release_credit.parquet' c
       WHERE NOT EXISTS (SELECT 1 FROM '@artist.parquet' a WHERE a.source = c.artist_source AND a.id = c.artist_id)`,
    );
    expect(Number(strangers)).toBe(0);
  });

  it('asks for names that it has, spelled as the kind says', async () => {
    const exact = readQueries('exact');
    expect(exact.length).toBe(60);
    const { found } = await ask(
      `SELECT count(*) AS found FROM '@artist.parquet' a
       JOIN read_json('${one}/queries/exact.ndjson') q ON q.id::VARCHAR = a.id AND a.source = q.source
       WHERE regexp_replace(a.name, ' \\([0-9]+\\)$', '') = q.artist`,
    );
    expect(Number(found)).toBe(60);
    expect(readQueries('absent').every(({ id }) => id === null)).toBe(true);
    expect(new Set(readQueries('mix').map(({ kind }) => kind))).toEqual(
      new Set(['exact', 'variation', 'one_typo', 'absent']),
    );
  });
});
