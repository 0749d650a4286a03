import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../tests/memory-sink.ts';
import { DUMP_TABLES } from './columns.ts';
import { CopyTableReader, type ReadTally } from './copy-table-reader.ts';
import { formatCopyField } from './copy-text.ts';
import { musicbrainzSource } from './source.ts';

function tableNamed(name: string) {
  const table = DUMP_TABLES.find((each) => each.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

function readTable(name: string, chunks: readonly Uint8Array[], { allowTruncated = false, cut = false } = {}) {
  const context = memoryContext(musicbrainzSource, { allowTruncated });
  const tally: ReadTally = { records: 0, skipped: {}, repaired: {}, truncated: false };
  const reader = new CopyTableReader(tableNamed(name), `mbdump/${name}`, context, tally);
  for (const chunk of chunks) reader.push(chunk);
  reader.end(cut);
  return { rows: context.sink.rows(name), faults: context.quarantine.records, tally };
}

function readText(name: string, text: string, options = {}) {
  return readTable(name, [Buffer.from(text)], options);
}

/** artist_credit_name: artist_credit, position, artist, name, join_phrase */
const creditName = fc.tuple(
  fc.nat(1000),
  fc.nat(9),
  fc.nat(1000),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' & ', '\t', '\\'),
);

function cutAt(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return places.slice(1).map((to, index) => bytes.subarray(places[index], to));
}

describe('CopyTableReader', () => {
  it('gives the rows that were written, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(creditName, { maxLength: 20 }), fc.array(fc.nat(5000), { maxLength: 12 }), (rows, cuts) => {
        const lines = rows.map((row) => row.map((value) => formatCopyField(String(value))).join('\t'));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const whole = readTable('artist_credit_name', [bytes]);
        expect(whole.rows).toEqual(rows.map((row) => row.map((value) => cleaned(value))));
        expect(readTable('artist_credit_name', cutAt(bytes, cuts)).rows).toEqual(whole.rows);
      }),
    );
  });

  it('tells where a row with the wrong number of columns stands, and reads on', () => {
    const first = '1\t0\t1\tCafé\t\n';
    const { rows, faults, tally } = readTable(
      'artist_credit_name',
      cutAt(Buffer.from(`${first}2\t0\tshort\n3\t0\t3\tC\t\n4\t0\t4\tD\t\textra\n5\t0\t5\tE\t\n`), [9, 20, 21]),
    );
    expect(rows.map((row) => row[0])).toEqual([1, 3, 5]);
    expect(tally.records).toBe(3);
    expect(faults).toMatchObject([
      { reason: 'wrong_column_count', line: 2, offset: Buffer.byteLength(first), excerpt: '2\t0\tshort' },
      { reason: 'wrong_column_count', line: 4, detail: '6 columns, not 5' },
    ]);
  });

  it.each([
    ['not a number', 'x\t0\t1\tA\t', 'invalid_value', 'artist_credit'],
    ['too large a number', '99999999999\t0\t1\tA\t', 'invalid_value', 'artist_credit'],
    ['an empty number', '1\t\t1\tA\t', 'invalid_value', 'position'],
    ['a null key', '\\N\t0\t1\tA\t', 'missing_id', 'artist_credit'],
  ])('puts aside a row with %s', (_, line, reason, detail) => {
    const { rows, faults } = readText('artist_credit_name', `1\t0\t1\tA\t\n${line}\n`);
    expect(rows).toHaveLength(1);
    expect(faults).toMatchObject([{ reason, detail, line: 2 }]);
  });

  it('puts aside a gid that is no UUID, and writes others in lower case', () => {
    const { rows, faults } = readText(
      'artist_gid_redirect',
      'B3668303-75E1-4EC3-9B32-008598675340\t1\tx\nnot-a-uuid\t2\tx\n',
    );
    expect(rows).toEqual([['b3668303-75e1-4ec3-9b32-008598675340', 1]]);
    expect(faults).toMatchObject([{ reason: 'invalid_value', detail: 'gid' }]);
  });

  it('replaces bytes that are no UTF-8, and counts the rows', () => {
    const bytes = Buffer.concat([Buffer.from('1\t0\t1\tCaf'), Buffer.of(0xe9), Buffer.from('\t\n2\t0\t2\tCafé\t\n')]);
    const { rows, tally } = readTable('artist_credit_name', [bytes]);
    expect(rows.map((row) => row[3])).toEqual(['Caf\uFFFD', 'Café']);
    expect(tally.repaired).toEqual({ invalid_utf8: 1 });
  });

  it('lets the end marker pass', () => {
    expect(readText('artist_credit_name', '1\t0\t1\tA\t\n\\.\n').rows).toHaveLength(1);
  });

  it('parses what an address names', () => {
    const gid = '7bea8a51-7f45-4941-8c9c-b20d975199b1';
    const { rows } = readText(
      'url',
      `7\t${gid}\thttps://www.discogs.com/artist/1\t0\tx\n8\t${gid}\thttp://x.org/\t0\tx\n`,
    );
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['https://www.discogs.com/artist/1', 'discogs_artist', '1'],
      ['http://x.org/', null, null],
    ]);
  });

  it.each([
    ['the first twenty rows', 'a\tb\n'.repeat(20) + '1\t0\t1\tA\t\n'.repeat(5)],
    ['all rows of a short table', 'a\tb\n'.repeat(3)],
  ])('refuses a table when %s have other columns, naming ours', (_, text) => {
    const read = () => readText('artist_credit_name', text);
    expect(read).toThrow(
      /table artist_credit_name should have 5 columns \(artist_credit, position, artist, name, join_phrase\)/,
    );
    expect(read).toThrow(expect.objectContaining({ code: 'wrong_columns' }));
  });

  it('refuses a table that stops inside a row, unless that is allowed', () => {
    const text = '1\t0\t1\tA\t\n2\t0\t2\tB';
    expect(() => readText('artist_credit_name', text)).toThrow(expect.objectContaining({ code: 'truncated' }));
    const { rows, tally } = readText('artist_credit_name', text, { allowTruncated: true });
    expect(rows).toHaveLength(1);
    expect(tally).toMatchObject({ truncated: true, skipped: { cut_row: 1 } });
  });

  it('does not gather without end what has no line ends', () => {
    const mebibyte = Buffer.alloc(1_048_576, 'x');
    expect(() =>
      readTable(
        'artist',
        Array.from({ length: 20 }, () => mebibyte),
      ),
    ).toThrow(expect.objectContaining({ code: 'wrong_columns' }));
  });
});

function cleaned(value: string | number): string | number {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}
