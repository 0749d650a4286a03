import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Source, TableDefinition } from '@deadwax/sources/source';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../src/build/duckdb.ts';
import { SourceStaging } from '../src/build/source-staging.ts';
import { StagedRows } from '../src/build/staged-rows.ts';
import { StagingSink } from '../src/build/staging-sink.ts';

const tables: readonly TableDefinition[] = [
  {
    name: 'record',
    columns: { id: 'BIGINT', title: 'VARCHAR' },
    recordColumn: 'id',
    recordGroup: 'record',
    orderBy: ['id'],
  },
  {
    name: 'member',
    columns: { record_id: 'BIGINT', position: 'INTEGER', name: 'VARCHAR' },
    recordColumn: 'record_id',
    recordGroup: 'record',
    orderBy: ['record_id', 'position'],
  },
];
const toy = { name: 'toy', tables } as unknown as Source;

let folder: string;
let workbench: Workbench;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-staging-'));
  workbench = await openWorkbench({ folder });
});

afterAll(async () => {
  workbench.close();
  await rm(folder, { recursive: true });
});

interface Dumped {
  readonly id: number;
  readonly title: string;
  readonly members: number;
  /** Whether a part ends behind it. */
  readonly cut: boolean;
}

let runs = 0;

/** Stages files of records and reads the tables back; how many files they are in. */
async function stage(files: readonly (readonly Dumped[])[]) {
  const [staging, out] = [join(folder, `staging-${runs}`), join(folder, `out-${runs}`)];
  runs += 1;
  const signal = new AbortController().signal;
  const source = new SourceStaging(toy, { workbench, staging, folder: out, signal });
  await mkdir(staging);
  for (const [place, records] of files.entries()) {
    const own = join(staging, String(place));
    await mkdir(own);
    const sink = new StagingSink(tables, { folder: own, partBytes: 0, onPart: (part) => source.add(place, part) });
    for (const { id, title, members, cut } of records) {
      sink.record('record', id);
      sink.row('record', [id, title]);
      for (let at = 1; at <= members; at += 1) sink.row('member', [id, at, `${title} ${at}`]);
      if (cut) await sink.drain();
    }
    source.end(place, await sink.finish());
  }
  await workbench.run('DROP SCHEMA IF EXISTS toy CASCADE');
  const entries = await source.writeTables();
  const record = await workbench.rows('SELECT id::INTEGER AS id, title FROM toy.record');
  const member = await workbench.rows('SELECT record_id::INTEGER AS record_id, position, name FROM toy.member');
  return { record, member, entries };
}

function expectedTables(files: readonly (readonly Dumped[])[]) {
  const last = [...new Map(files.flat().map((each) => [each.id, each])).values()].sort((a, b) => a.id - b.id);
  return {
    record: last.map(({ id, title }) => ({ id, title })),
    member: last.flatMap(({ id, title, members }) =>
      Array.from({ length: members }, (_, at) => ({ record_id: id, position: at + 1, name: `${title} ${at + 1}` })),
    ),
  };
}

const title = fc.constantFrom('Nevermind', 'Bleach', 'In Utero', 'a "quoted", title');
const dumped = (id: fc.Arbitrary<number>) => fc.record({ id, title, members: fc.nat({ max: 3 }), cut: fc.boolean() });

describe('the tables of a source', () => {
  it('hold the last of each record, in order, whatever order, parts and files they came in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(dumped(fc.integer({ min: 1, max: 6 })), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        async (files) => {
          const { record, member } = await stage(files);
          expect({ record, member }).toEqual(expectedTables(files));
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('are the staged parts themselves where records come in order, each once', async () => {
    const files = [1, 4].map((first) =>
      [0, 1, 2].map((more) => ({ id: first + more, title: 'Bleach', members: 1, cut: true })),
    );
    const { record, member, entries } = await stage(files);
    expect({ record, member }).toEqual(expectedTables(files));
    expect(entries.record?.more?.map(({ file }) => file)).toEqual(
      [2, 3, 4, 5, 6].map((place) => `sources/toy/record.${place}.parquet`),
    );
  });

  it('are one file each where a record comes out of order', async () => {
    const record = (id: number) => ({ id, title: 'Bleach', members: 1, cut: true });
    const { entries } = await stage([[record(1), record(3), record(2)]]);
    expect(entries.record).toMatchObject({ rows: 3, file: 'sources/toy/record.parquet' });
    expect(entries.record?.more).toBeUndefined();
  });

  it('are no longer read when one of them has failed', async () => {
    const [staging, out] = [join(folder, 'staging-failing'), join(folder, 'out-failing')];
    await mkdir(staging);
    const broken = { name: 'broken', tables: [tables[0], { ...tables[1], orderBy: ['not_there'] }] };
    const options = { workbench, staging, folder: out, signal: new AbortController().signal };
    const source = new SourceStaging(broken as unknown as Source, options);
    await expect(source.writeTables()).rejects.toThrow('not_there');
    // A file that is missed now would be a fault that nobody hears of, which ends the process.
    rmSync(out, { recursive: true });
    await setTimeout(100);
  });
});

/** Stages files whose records others have read, as threads do, and gives the titles by id. */
async function stageRead(files: readonly (readonly (readonly [id: number, title: string])[])[]) {
  const [staging, out] = [join(folder, `staging-${runs}`), join(folder, `out-${runs}`)];
  runs += 1;
  const source = new SourceStaging(toy, { workbench, staging, folder: out, signal: new AbortController().signal });
  for (const [place, records] of files.entries()) {
    const own = join(staging, String(place));
    await mkdir(own, { recursive: true });
    const sink = new StagingSink(tables, { folder: own, onPart: (part) => source.add(place, part) });
    const rows = new StagedRows(tables);
    for (const [id, title] of records) {
      rows.record('record', id);
      rows.row('record', [id, title]);
    }
    await sink.append(rows.take());
    source.end(place, await sink.finish());
  }
  await workbench.run('DROP SCHEMA IF EXISTS toy CASCADE');
  const { record } = await source.writeTables();
  const read = await workbench.rows(
    `SELECT id, title FROM read_parquet('${join(out, record?.file ?? '')}') ORDER BY id`,
  );
  return read.map(({ id, title }) => [Number(id), title]);
}

it('keeps the last of repeated records where threads have read them', async () => {
  const first = [
    [1, 'one'],
    [2, 'two'],
  ] as const;
  const second = [
    [2, 'two again'],
    [3, 'three'],
  ] as const;
  expect(await stageRead([first, second])).toEqual([
    [1, 'one'],
    [2, 'two again'],
    [3, 'three'],
  ]);
});
