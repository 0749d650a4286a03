import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCells } from '../src/library/output/format-cell.ts';
import { createLibrary, runResolve } from './run-resolve.ts';

function readRows(text: string, delimiter = ','): Record<string, string>[] {
  return parse(text, { columns: true, delimiter, bom: true });
}

const library = 'id,Artist,Title\n5,Can,Tago Mago\n9,Various,Now 3\n,Nirvana,Nirvana\n9,Nobody,Nothing\n,,\n';

describe('the CSV', () => {
  it('keeps the rows and adds what was found', async () => {
    const { output } = await runResolve([createLibrary(library)]);
    const rows = readRows(output);
    expect(rows.map(({ id, Artist, Title, deadwax_kind }) => [id, Artist, Title, deadwax_kind])).toEqual([
      ['5', 'Can', 'Tago Mago', 'single_artist'],
      ['9', 'Various', 'Now 3', 'compilation'],
      ['', 'Nirvana', 'Nirvana', 'unresolved'],
      ['9', 'Nobody', 'Nothing', 'unresolved'],
      ['', '', '', 'unresolved'],
    ]);
    expect(rows[0]).toMatchObject({
      deadwax_method: 'cross_source_agreement',
      deadwax_confidence: '0.97',
      deadwax_agreement: 'discogs_master;wikidata',
      deadwax_unresolved_reason: '',
      deadwax_conflicts: 'spotify:x against discogs_master:11 (linked elsewhere)',
      discogs_master_id: '11',
      wikidata_qid: 'Q11',
      discogs_artist_id: '12',
      artist_wikidata_qid: 'Q5',
      discogs_url: 'https://www.discogs.com/master/11',
      wikidata_url: 'https://www.wikidata.org/wiki/Q11',
      station_release_id: '=r;1',
      deadwax_candidates: '',
    });
    expect(rows[1]).toMatchObject({ discogs_release_id: '77', discogs_url: 'https://www.discogs.com/release/77' });
    expect(rows[2]).toMatchObject({
      deadwax_unresolved_reason: 'ambiguous',
      deadwax_candidates:
        'discogs_artist:1 | discogs_artist:2 | discogs_artist:3 | discogs_artist:4 | discogs_artist:5 | …',
    });
  });

  it('has a column for each authority of the snapshot, found in or not', async () => {
    const { output } = await runResolve([createLibrary('Artist,Title\nNobody,Nothing\n')], {
      extraSources: ['wxyc_artist', 'wxyc_release'],
    });
    expect(readRows(output)[0]).toMatchObject({ wxyc_artist_id: '', wxyc_release_id: '' });
  });

  it.each([
    ['semicolons and CRLF', 'Artist;Title\r\n"Can";Tago Mago\r\n', ';', '\r\n'],
    ['tabs', 'Artist\tTitle\nCan\tTago Mago\n', '\t', '\n'],
    ['a byte order mark', '\u{FEFF}Artist,Title\r\nCan,Tago Mago\r\n', ',', '\r\n'],
    ['quotes nobody needs', '"Artist","Title"\n"Can","Tago Mago"\n', ',', '\n'],
  ])('keeps %s', async (_what, text, delimiter, newline) => {
    const { output } = await runResolve([createLibrary(text)]);
    const lines = output.split(newline);
    expect(lines).toHaveLength(3);
    expect(lines[0]!.replaceAll('"', '').startsWith(text.split(newline)[0]!.replaceAll('"', ''))).toBe(true);
    expect(lines[1]!.startsWith(`${text.split(newline)[1]!}${delimiter}single_artist${delimiter}`)).toBe(true);
  });

  it('steps aside where a name is taken', async () => {
    const { output } = await runResolve([
      createLibrary('Artist,Title,discogs_master_id,DEADWAX_KIND\nCan,Tago Mago,mine,too\n'),
    ]);
    expect(readRows(output)[0]).toMatchObject({
      discogs_master_id: 'mine',
      DEADWAX_KIND: 'too',
      deadwax_discogs_master_id: '11',
      deadwax_deadwax_kind: 'single_artist',
    });
  });

  it('gives cells past the header columns of their own, and fills up short rows', async () => {
    const { output, messages } = await runResolve([
      createLibrary('Artist,Title\nCan,Tago Mago,,\nCan,Tago Mago,x,y\nCan\n'),
    ]);
    const rows = readRows(output);
    expect(
      rows.map(({ deadwax_extra_1, deadwax_extra_2, deadwax_kind }) => [
        deadwax_extra_1,
        deadwax_extra_2,
        deadwax_kind,
      ]),
    ).toEqual([
      ['', '', 'single_artist'],
      ['x', 'y', 'single_artist'],
      ['', '', 'unresolved'],
    ]);
    expect(messages).toContain('1 row has fewer cells than the header: kept (line 4)');
    expect(messages).toContain('1 row has more cells than the header: kept, in columns of their own (line 3)');
  });

  it('names the columns of a file that does not', async () => {
    const { output } = await runResolve([createLibrary('Can,Tago Mago\n'), '--map', 'artist=1', '--map', 'album=2']);
    expect(readRows(output)).toMatchObject([{ column_1: 'Can', column_2: 'Tago Mago', deadwax_kind: 'single_artist' }]);
  });

  it("writes the user's own cells as they were, whatever they hold", async () => {
    const cell = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('"', ',', ';', '\t', ' ', "'", '=', '√©'),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        ),
      })
      .map((text) => text.replaceAll('\0', ''));
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (table, delimiter, newline) => {
          const lines = [['Artist', 'Title', 'Notes'], ...table].map((row) => formatCells(row, delimiter));
          const text = lines.map((line) => line + newline).join('');
          const { output } = await runResolve([createLibrary(text), '--delimiter', delimiter]);
          const written = parse(output, { delimiter, record_delimiter: newline });
          expect(written.slice(1).map((row) => row.slice(0, 3))).toEqual(table);
          for (const line of lines) expect(output).toContain(line + delimiter);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the NDJSON', () => {
  it('is a result for each row, in order, under the number the library knows it by', async () => {
    const path = createLibrary(library);
    const out = join(dirname(path), 'out.ndjson');
    const { resolver } = await runResolve([path, '--out', out]);
    const results = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as BulkResolveResult);
    expect(results.map((result) => result.library_id)).toEqual([5, 9, 3, 4, 5]);
    expect(resolver.asked.map((input) => input.library_id)).toEqual([1, 2, 3, 4, 5]);
    expect(results.map((result) => result.kind)).toEqual([
      'single_artist',
      'compilation',
      'unresolved',
      'unresolved',
      'unresolved',
    ]);
  });
});

describe('where it goes', () => {
  it('asks in pages of a thousand', async () => {
    const { resolver, output } = await runResolve([
      createLibrary(`Artist,Title\n${'Can,Tago Mago\n'.repeat(2500)}`),
      '--quiet',
    ]);
    expect(resolver.pages).toEqual([1000, 1000, 500]);
    expect(output.split('\n')).toHaveLength(2502);
  });

  it('stops at the limit', async () => {
    const { resolver } = await runResolve([createLibrary('Artist,Title\na,b\nc,d\ne,f\n'), '--limit', '2']);
    expect(resolver.asked).toHaveLength(2);
  });

  it('writes nothing to a terminal but how to keep the rows', async () => {
    const { output, messages } = await runResolve([createLibrary(library)], { isTerminal: true });
    expect(output).toBe('');
    expect(messages).toContain('nothing was written: --out library.resolved.csv keeps the rows');
  });

  it('replaces a file only when the new one is whole, and leaves nothing beside it', async () => {
    const path = createLibrary(library);
    const out = join(dirname(path), 'out.csv');
    writeFileSync(out, 'old');
    await runResolve([path, '--out', out, '--json-summary', join(dirname(path), 'summary.json')]);
    expect(readRows(readFileSync(out, 'utf8'))).toHaveLength(5);
    expect(readdirSync(dirname(path)).sort()).toEqual(['library.csv', 'out.csv', 'summary.json']);
    expect(JSON.parse(readFileSync(join(dirname(path), 'summary.json'), 'utf8'))).toMatchObject({
      rows: 5,
      kinds: { single_artist: 1, compilation: 1, unresolved: 3 },
      unresolved: { no_candidate: 2, ambiguous: 1, below_floor: 0 },
      methods: { cross_source_agreement: 1, exact_match: 1 },
      with_agreement: 1,
      with_conflicts: 1,
      notices: { unusable_ids: 1, blank_names: 1 },
      encoding: 'UTF-8',
      snapshot: 'shelf-snapshot',
    });
  });

  it('refuses to write over the library, by whatever name', async () => {
    const path = createLibrary(library);
    const alias = join(dirname(path), 'alias.csv');
    symlinkSync(path, alias);
    for (const out of [path, alias]) {
      await expect(runResolve([path, '--out', out])).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringContaining('is the library itself'),
      });
    }
    expect(readFileSync(path, 'utf8')).toBe(library);
  });

  it.each([
    ['/dev/full', 3, 'the disk is full: /dev/full was not written'],
    ['/nowhere/at/all/out.csv', 3, 'there is no folder for /nowhere/at/all/out.csv'],
    ['/tmp', 2, '/tmp is a folder; name a file in it'],
    ['out.xlsx', 2, 'the name out.xlsx does not say what format to write'],
  ])('says what is wrong with --out %s', async (out, exitCode, message) => {
    const format = out.endsWith('xlsx') ? [] : ['--format', 'csv'];
    await expect(runResolve([createLibrary(library), '--out', out, ...format])).rejects.toMatchObject({
      exitCode,
      message,
    });
  });
});
