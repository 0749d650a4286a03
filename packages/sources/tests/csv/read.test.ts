import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csvSource } from '../../src/csv/source.ts';
import { readFolder } from '../conformance/read-folder.ts';
import { useTempFolders } from '../temp-folder.ts';

const source = csvSource('mine');
const makeFolder = useTempFolders();

async function read(content: string | Uint8Array, options: { allowTruncated?: boolean } = {}) {
  const folder = await makeFolder({ 'mine.csv': content });
  const { context, reports } = await readFolder(source, folder, options);
  const titles = context.sink.rows('release').map(([id, title]) => `${id} ${title}`);
  return { report: reports[0]!, titles, bad: context.quarantine.records, sink: context.sink };
}

const ROWS = 'id,kind,title,artist\n1,release,Puzzlewood,Plone\n2,release,"Dots, and Loops",Stereolab\n';
const TITLES = ['1 Puzzlewood', '2 Dots, and Loops'];

describe('the forms of a file', () => {
  it.each<[string, string | Uint8Array]>([
    ['plain', ROWS],
    ['gzip', gzipSync(ROWS)],
    ['CRLF', ROWS.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${ROWS}`],
    ['a byte-order mark and quoted headings', `\uFEFF"id","kind","title","artist"${ROWS.slice(ROWS.indexOf('\n'))}`],
    ['no last newline', ROWS.trimEnd()],
    ['blank lines', `\n${ROWS.replaceAll('\n', '\n\n')}`],
    ['semicolons', 'id;kind;title;artist\n1;release;Puzzlewood;Plone\n2;release;Dots, and Loops;Stereolab\n'],
    ['tabs', 'id\tkind\ttitle\n1\trelease\tPuzzlewood\n2\trelease\tDots, and Loops\n'],
    ['columns in another order', 'Title,Year,KIND,Id\nPuzzlewood,,release,1\n"Dots, and Loops",,album,2'],
  ])('%s', async (_name, content) => {
    const { titles, bad, report } = await read(content);
    expect([titles, bad, report.records]).toEqual([TITLES, [], 2]);
  });

  it('says which columns it has no use for', async () => {
    const { report } = await read('id,kind,title,Shelf Mark,notes\n1,release,T,x,y\n');
    expect(report.repaired).toEqual({ ignored_column_shelf_mark: 1, ignored_column_notes: 1 });
  });

  it('keeps quotes, newlines and other scripts within fields', async () => {
    const { titles } = await read(
      'id,kind,title\n1,release,"12"" Mix"\n2,release,"Two\r\nLines"\n3,release,プローン\n4,album,7" box\n',
    );
    expect(titles).toEqual(['1 12" Mix', '2 Two\r\nLines', '3 プローン', '4 7" box']);
  });

  it('lets the last of two rows of one id count, each kind by itself', async () => {
    const { sink } = await read('id,kind,title\n1,release,Old\n1,artist,Plone\n1,release,New\n');
    expect(sink.rows('release').map(([id, title]) => [id, title])).toEqual([['1', 'New']]);
    expect(sink.rows('artist')).toEqual([['1', 'Plone', true]]);
  });

  it('reads thousands of rows across the chunks of a file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},release,"Título ${index} ü"\n`);
    const { titles, report } = await read(`id,kind,title\n${rows.join('')}`);
    expect(report.records).toBe(20_000);
    expect(titles.at(-1)).toBe('19999 Título 19999 ü');
  });
});

describe('what cannot be used', () => {
  it('is put aside by its line, with the reason', async () => {
    const { bad, titles } = await read(
      'id,kind,title\n1,release,"Two\nLines"\n,release,No id\n2,song,Unknown\n\n3,release,\n4,release,a,b\n5,release,Good\n',
    );
    expect(titles).toEqual(['1 Two\nLines', '5 Good']);
    expect(bad.map(({ line, reason, excerpt }) => [line, reason, excerpt])).toEqual([
      [4, 'missing_id', ',release,No id'],
      [5, 'unknown_kind', '2,song,Unknown'],
      [7, 'missing_name', '3,release,'],
      [8, 'wrong_column_count', '4,release,a,b'],
    ]);
    expect(bad[0]?.offset).toBe('id,kind,title\n1,release,"Two\nLines"\n'.length);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['', '', 'empty_file'],
    ['blank lines', '\n\n', 'empty_file'],
    ['only a byte-order mark', '\uFEFF', 'empty_file'],
    ['no headings', '1,release,Puzzlewood\n', 'wrong_columns'],
    ['a web page', '<!DOCTYPE html>\n<html>\n', 'wrong_columns'],
    ['a quote left open', 'id,kind,title\n1,release,A\n2,release,"B\n3,release,C\n', 'truncated'],
    ['Latin-1', Buffer.from('id,kind,title\n1,release,Título\n', 'latin1'), 'not_a_dump'],
    ['UTF-16', Buffer.from('\uFEFFid,kind,title\n1,release,T\n', 'utf16le'), 'not_a_dump'],
    ['a field without end', `id,kind,title\n1,release,"${'x'.repeat(9_000_000)}\n`, 'not_a_dump'],
  ])('is refused: %s', async (_name, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ name: 'ImportError', code });
  });

  it('is every row that a quote left open has swallowed', async () => {
    const { bad, titles } = await read(
      'id,kind,title\n1,release,A\n2,release,"B\n3,release,C\n4,release,"D"\n5,release,E\n',
    );
    expect(titles).toEqual(['1 A', '5 E']);
    expect(bad).toMatchObject([
      { reason: 'unbalanced_quotes', line: 3, excerpt: expect.stringContaining('4,release,"D"') },
    ]);
  });

  it('says on which line the encoding is broken', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,kind,title\n1,release,Título\n2,release,'),
      Buffer.from([0xe9, 0x0a]),
    ]);
    await expect(read(bytes)).rejects.toThrow('line 3 has bytes of another encoding');
  });

  it('is a row cut in two, when files that end early are allowed', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => `${index},release,Title number ${index}\n`).join('');
    const packed = gzipSync(`id,kind,title\n${rows}`);
    const cut = packed.subarray(0, packed.length / 2);
    await expect(read(cut)).rejects.toMatchObject({ code: 'truncated' });
    const { titles, report } = await read(cut, { allowTruncated: true });
    expect(report).toMatchObject({ truncated: true, records: titles.length });
    expect(titles.length).toBeGreaterThan(100);
    for (const [index, title] of titles.entries()) expect(title).toBe(`${index} Title number ${index}`);
  });

  it('is what follows an open quote, when files that end early are allowed', async () => {
    const { titles, report } = await read('id,kind,title\n1,release,A\n2,release,"B\n', { allowTruncated: true });
    expect([titles, report.truncated]).toEqual([['1 A'], true]);
  });
});

describe('finding files', () => {
  it('takes the tables of a folder, or a file by any name', async () => {
    const folder = await makeFolder({
      'b.tsv': ROWS,
      'a/2026-08-01.csv.gz': gzipSync(ROWS),
      'notes.md': '',
      list: ROWS,
    });
    const found = await source.discover(folder);
    expect(found.map(({ path, dumpDate }) => [path.slice(folder.length + 1), dumpDate])).toEqual([
      ['a/2026-08-01.csv.gz', '2026-08-01'],
      ['b.tsv', null],
    ]);
    expect(await source.discover(`${folder}/list`)).toMatchObject([{ kind: 'records', bytes: ROWS.length }]);
    await expect(source.discover(await makeFolder({}))).rejects.toMatchObject({ code: 'not_a_dump' });
  });
});
