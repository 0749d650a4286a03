import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pageByDecision } from '../../src/catalog/overrides/import-overrides.ts';
import { createLibrary } from '../run-resolve.ts';
import { type ServedCatalog, serveCatalog } from './serve-catalog.ts';

let catalog: ServedCatalog;
beforeAll(async () => {
  catalog = await serveCatalog();
}, 60_000);
afterAll(() => catalog.close());
let isFilled = false;
beforeEach(async () => {
  if (isFilled) return;
  isFilled = true;
  const titles = ['Can,Tago Mago', 'Beyoncé,4', 'Nirvana,Live', 'Nobody,Nothing'];
  await catalog.run('import', createLibrary(`artist,title\n${titles.join('\n')}\n`), '--quiet');
  await catalog.run('pull', '--follow');
});

describe('what people decide', () => {
  it('is made, shown, listed and taken back', async () => {
    const made = await catalog.run('override', '1', 'discogs_master', 'pin', '42', '--reason', 'the sleeve says so');
    expect(made.code).toBe(0);
    expect(made.output[0]).toBe('override 1 stands');
    const shown = (await catalog.run('show', '1')).output.join('\n');
    expect(shown).toMatch(/resolved, by manual, confidence 1\.00/);
    expect(shown).toMatch(/Decided by people\n {2}1 {2}pin discogs_master 42, a-admin, .*: the sleeve says so/);
    expect(shown).toMatch(/Before\n.*\n.* manual .*cross_source_agreement 0\.97/);
    expect((await catalog.run('overrides', 'list', '1')).output[1]).toMatch(/1 {2}pin +discogs_master +42 +a-admin/);
    const revoked = await catalog.run('overrides', 'revoke', '1', '1');
    expect(revoked.code).toBe(0);
    expect(revoked.output.join('\n')).toContain('by cross_source_agreement');
    expect((await catalog.run('overrides', 'list', '1')).messages).toEqual(['nothing was decided of it']);
    expect((await catalog.run('overrides', 'list', '1', '--revoked')).output).toHaveLength(2);
  });

  it('is refused where it makes no sense, with the reason', async () => {
    const { code, messages } = await catalog.run('override', '1', 'discogs_master', 'pin', 'Q5');
    expect(code).toBe(3);
    expect(messages[0]).toMatch(/does not look like an id of discogs_master/);
    expect((await catalog.run('override', '1', 'discogs_master', 'guess')).code).toBe(2);
  });
});

describe('a file of overrides', () => {
  const file = () =>
    createLibrary(
      'Source;Library ID;Action;External ID;Reason\nwikidata;2;pin;Q7;label\nwikidata;99;pin;Q8;\nwikidata;2;pin;Q7;\n',
    );

  it('is foreseen, made, and made again to no effect', async () => {
    const path = file();
    const foreseen = await catalog.run('overrides', 'import', path, '--dry-run', '--json');
    expect(JSON.parse(foreseen.output.join('\n'))).toEqual({
      dry_run: true,
      rows: 3,
      made: 1,
      unchanged: 0,
      refused: 2,
    });
    const results = join(dirname(path), 'results.csv');
    const made = await catalog.run('overrides', 'import', path, '--results', results);
    expect(made.code).toBe(0);
    expect(made.output).toEqual([
      '3 rows',
      '  made               1',
      '  unchanged          0',
      '  refused            2',
      '    line 3: unknown library id',
      '    line 4: duplicate in file',
    ]);
    expect(readFileSync(results, 'utf8').split('\n').slice(0, 3)).toEqual([
      'Source;Library ID;Action;External ID;Reason;outcome;failure_reason',
      'wikidata;2;pin;Q7;label;made;',
      'wikidata;99;pin;Q8;;refused;unknown_library_id',
    ]);
    const again = await catalog.run('overrides', 'import', path, '--json');
    expect(JSON.parse(again.output.join('\n'))).toMatchObject({ made: 0, unchanged: 1, refused: 2 });
  });

  it('is refused where its columns are not named', async () => {
    const { code, messages } = await catalog.run(
      'overrides',
      'import',
      createLibrary('1,wikidata,pin,Q7\n2,x,pin,Q1\n'),
    );
    expect(code).toBe(2);
    expect(messages).toEqual([
      'deadwax: the first line names no column library_id and no source and no action',
      '  A file of overrides has the columns library_id, source, action, external_id, reason.',
    ]);
  });

  it('makes neither of two rows that contradict each other, however far apart they stand', async () => {
    const between = Array.from({ length: 1500 }, (_, n) => `${1000 + n},wikidata,pin,Q5`);
    const path = createLibrary(
      `${['library_id,source,action,external_id', '4,wikidata,pin,Q7', ...between, '4,wikidata,pin,Q8'].join('\n')}\n`,
    );
    const results = join(dirname(path), 'results.csv');
    await catalog.run('overrides', 'import', path, '--results', results);
    const lines = readFileSync(results, 'utf8').trimEnd().split('\n');
    expect([lines[1], lines.at(-1)]).toEqual([
      '4,wikidata,pin,Q7,refused,contradicts_in_file',
      '4,wikidata,pin,Q8,refused,contradicts_in_file',
    ]);
  });

  const rowsOf = (decisions: readonly string[]) =>
    decisions.map((decision, place) => ({
      record: { lineNumber: place + 2, cells: [], raw: '', wellFormed: true },
      row: { line: place + 2, library_id: decision[0]!, source: decision.slice(1), action: 'pin' },
      tooLong: null,
    }));

  it('is sent in pages that keep the rows of a record and source together', () => {
    const rows = rowsOf(['1a', '2a', '1a', '3a', '1b', '3a', '2a', '4a', '1b']);
    const pages = [...pageByDecision(rows, 3)].map((page) =>
      page.map(({ row }) => `${row.library_id}${row.source}`).join(' '),
    );
    expect(pages).toEqual(['1a 1a', '2a 2a', '3a 3a', '1b 1b 4a']);
  });

  it('is not sent at all where more rows decide on a source than can be compared', () => {
    expect(() => [...pageByDecision(rowsOf(['2a', '1a', '1a', '1a']), 2)]).toThrow(
      '3 rows decide on a of record 1, the first in line 3',
    );
  });
});

describe('the review', () => {
  it('shows what is open with what it is open between, and lets go of what is decided', async () => {
    const { code, output } = await catalog.run('review', '--only', 'ambiguous');
    expect(code).toBe(0);
    expect(output[1]).toMatch(/^ *3 {2}Nirvana {2}Live +ambiguous.* discogs_artist 1, discogs_artist 2/);
    const decided = await catalog.run('decide', '3', 'skip');
    expect(decided.code).toBe(0);
    expect(decided.output[0]).toBe('skipped');
    expect(await catalog.run('review', '--only', 'ambiguous')).toEqual({
      code: 0,
      output: [],
      messages: ['nothing is worth a look'],
    });
  });

  it('takes an override for a decision', async () => {
    const decided = await catalog.run('decide', '4', 'pin', 'wikidata', 'Q99');
    expect(decided.messages).toEqual([]);
    expect(decided.output[0]).toMatch(/^overridden, by override \d+$/);
  });
});
