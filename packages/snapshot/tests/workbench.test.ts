import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import { matchForm } from '@deadwax/linkage/normalise/match-form';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../src/build/duckdb.ts';
import { quoteText } from '../src/build/sql.ts';
import * as entities from '../src/index/write/entities.sql.ts';
import * as links from '../src/index/write/links.sql.ts';
import * as publication from '../src/index/write/publication.sql.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ folder: await mkdtemp(join(tmpdir(), 'deadwax-workbench-')) });
});

afterAll(() => workbench.close());

const word = fc.oneof(
  fc.constantFrom(
    'The',
    'the',
    'AN',
    'an',
    'A',
    'a',
    'The The',
    'Björk',
    '細野',
    '&',
    '(2)',
    '/2',
    'U2',
    "O'Dowd",
    'x',
  ),
  fc.string({ unit: fc.constantFrom(...'abcXYZ019é-.,()[]/&\t'), minLength: 1, maxLength: 8 }),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '  ', '')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([each, gap]) => each + gap).join(''));

describe('the normaliser in SQL', () => {
  it.each([
    ['match_form', matchForm],
    ['artist_key', artistKey],
    ['title_key', titleKey],
  ])('%s gives what the normaliser gives, short cuts and all', async (name, normalise) => {
    const texts = fc.sample(text, { numRuns: 4000, seed: 7 });
    const rows = texts.map((each, place) => `(${place}, ${quoteText(each)})`).join(', ');
    const found = await workbench.rows(`SELECT ${name}(t) AS form FROM (VALUES ${rows}) v(n, t) ORDER BY n`);
    expect(found.map(({ form }) => form)).toEqual(texts.map(normalise));
  });
});

/** What a short cut that looks for a number behind plain words could take for such. */
const numbered = [
  'John Smith (2)',
  'Smith (02)',
  'Smith (2) (3)',
  'Smith  (2)',
  'Smith (2) ',
  'Smith(2)',
  'Smith (II)',
  'The (2)',
  'An (12)',
  'The Who (3)',
  'The The (4)',
  'A B (2)',
  'X (2)',
  '12 (2)',
  '(2)',
  'Smith [2]',
  'Various (2) Artists',
];

it.each([
  ['artist_key', artistKey],
  ['title_key', titleKey],
])('%s of a name with a number is what the normaliser makes of it', async (name, normalise) => {
  const rows = numbered.map((each, place) => `(${place}, ${quoteText(each)})`).join(', ');
  const found = await workbench.rows(`SELECT ${name}(t) AS form FROM (VALUES ${rows}) v(n, t) ORDER BY n`);
  expect(found.map(({ form }) => form)).toEqual(numbered.map(normalise));
});

const large = (sql: string) => ({ sql, counted: `(${sql})` });

it('refuses a statement that would cut off a large result which is being read, and runs it beside', async () => {
  const rows = workbench.batches(large('SELECT range AS n FROM range(100000)'));
  const first = rows.next();
  await expect(workbench.run('SELECT 1')).rejects.toThrow('still being read');
  await first;
  await expect(workbench.run('SELECT 1')).rejects.toThrow('still being read');
  await workbench.beside.run('CREATE TABLE made_beside AS SELECT 1');
  let read = 0;
  for await (const batch of rows) read += batch.rows;
  expect(read).toBe(100_000 - 2048);
  await workbench.run('DROP TABLE made_beside');
});

it('reads texts of every length as they are, and numbers beside them', async () => {
  const lengths = [0, 1, 11, 12, 13, 24, 47, 48, 49, 60, 4095, 5000, 9000];
  const given = fc
    .sample(fc.string({ unit: 'grapheme', maxLength: 70 }), { numRuns: 3000, seed: 3 })
    .map((each) => each.replaceAll('\0', ''))
    .concat(lengths.flatMap((length) => ['x'.repeat(length), 'é'.repeat(length), `${'x'.repeat(length)}細`]));
  const rows = given.map((each, place) => `(${place}::UINTEGER, ${quoteText(each)}, NULL::VARCHAR)`).join(', ');
  await workbench.run(`CREATE OR REPLACE TABLE given AS SELECT * FROM (VALUES ${rows}) v(n, t, nothing)`);
  const read: (string | null)[][] = [];
  for await (const batch of workbench.batches(large('SELECT t, n, nothing, t || $$!$$ FROM given ORDER BY n'))) {
    const [text, nothing, marked] = [batch.texts(0), batch.texts(2), batch.texts(3)];
    for (let row = 0; row < batch.rows; row += 1)
      read.push([text(row), String(batch.numbers(1)[row]), nothing(row), marked(row)]);
  }
  expect(read).toEqual(given.map((each, place) => [each, String(place), null, `${each}!`]));
  await workbench.run('DROP TABLE given');
});

it('leaves a large result before its end where its reader does', async () => {
  for await (const batch of workbench.batches(large('SELECT range::VARCHAR AS t FROM range(100000)'))) {
    expect(batch.texts(0)(0)).toBe('0');
    break;
  }
  expect(await workbench.rows('SELECT 1::INTEGER AS one')).toEqual([{ one: 1 }]);
});

it('says that a large result failed on its way, which DuckDB ends as if it were whole', async () => {
  const failing = `SELECT CASE WHEN range = 500000 THEN error('not this one') ELSE range END AS n FROM range(1000000)`;
  const read = async () => {
    let rows = 0;
    for await (const batch of workbench.batches(large(failing))) rows += batch.rows;
    return rows;
  };
  await expect(read()).rejects.toThrow(/a result of 1000000 rows ended \d+ rows early/);
});

it('counts by what it is told, not by the statement, which may sort', async () => {
  const rows = workbench.batches({ sql: 'SELECT range AS n FROM range(10)', counted: 'range(11)' });
  await rows.next();
  await expect(rows.next()).rejects.toThrow('a result of 11 rows ended 1 rows early');
  const orders = [entities, links, publication]
    .flatMap((statements): unknown[] => Object.values(statements).flat())
    .flatMap((each) => (typeof each === 'object' && each !== null && 'counted' in each ? [String(each.counted)] : []));
  expect(orders.length).toBeGreaterThan(12);
  expect(orders.filter((counted) => counted.includes('ORDER BY'))).toEqual([]);
});

it('lets statements beside come to their end when it is closed', async () => {
  const other = await openWorkbench({ folder: await mkdtemp(join(tmpdir(), 'deadwax-workbench-')) });
  const running = other.beside.rows(
    'SELECT count(*)::INTEGER AS n FROM range(20000000) WHERE range::VARCHAR LIKE $$%7$$',
  );
  await other.beside.run('SELECT 1');
  other.close();
  expect(await running).toEqual([{ n: 2_000_000 }]);
});
