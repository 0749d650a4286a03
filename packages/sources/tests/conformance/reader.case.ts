import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/errors.ts';
import type {
  ColumnType,
  InputFile,
  ReadContext,
  ReadReport,
  Source,
  TableDefinition,
  Value,
} from '../../src/source.ts';
import { memoryContext } from '../memory-sink.ts';
import { type Files, useTempFolders } from '../temp-folder.ts';
import { readFolder, rowsOf } from './read-folder.ts';

export interface ReaderCase {
  readonly source: Source;
  /** A small sound dump. */
  readonly sound: Files;
  /** Records in it that are kept. */
  readonly records: number;
  /** The same, cut off. */
  readonly truncated: Files;
  /** The same, with one record damaged, and the word for the damage. */
  readonly damaged: { readonly files: Files; readonly reason: string };
  /** A file that is something else, by a name that looks right. */
  readonly notADump: Files;
  /** Empty, by a name that looks right. */
  readonly empty: Files;
  /** The reader with its bytes handed on in pieces, where there is a way to ask for that. */
  readonly readInPieces?: (file: InputFile, context: ReadContext, pieceBytes: number) => Promise<ReadReport>;
}

const FITS: Readonly<Record<ColumnType, (value: Value) => boolean>> = {
  BIGINT: (value) => Number.isSafeInteger(value),
  INTEGER: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  DOUBLE: (value) => typeof value === 'number',
  BOOLEAN: (value) => typeof value === 'boolean',
  VARCHAR: (value) => typeof value === 'string',
};

/** What a snapshot build relies on in any reader. */
export function describeReader(given: ReaderCase): void {
  const { source, sound } = given;
  const makeFolder = useTempFolders();
  const codeOf = async (reading: Promise<unknown>) => {
    const error = await reading.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ImportError);
    return (error as ImportError).code;
  };

  describe(`the reader of ${source.name}`, () => {
    it('finds its files, with their sizes, in a settled order', async () => {
      const folder = await makeFolder(sound);
      const files = await source.discover(folder);
      expect(files.length).toBeGreaterThan(0);
      expect(await source.discover(folder)).toEqual(files);
      for (const file of files) expect(file).toMatchObject({ bytes: expect.any(Number), kind: expect.any(String) });
      expect(await source.discover(files[0]!.path)).toEqual([files[0]]);
    });

    it('declares tables that can be sorted, and whose records are known', () => {
      for (const table of source.tables) {
        expect(Object.keys(table.columns)).toEqual(expect.arrayContaining([table.recordColumn, ...table.orderBy]));
      }
    });

    it('writes rows of the declared columns and types, in an order that is total', async () => {
      const { context, reports } = await readFolder(source, await makeFolder(sound));
      expect(reports.reduce((sum, { records }) => sum + records, 0)).toBe(given.records);
      expect(context.quarantine.records).toEqual([]);
      for (const table of source.tables) expectRows(table, context.sink.rows(table.name));
    });

    it('tells its progress in bytes of the file, and lets the sink catch up', async () => {
      const folder = await makeFolder(sound);
      const files = await source.discover(folder);
      const { context } = await readFolder(source, folder);
      expect(Math.max(...context.progress)).toBeLessThanOrEqual(Math.max(...files.map(({ bytes }) => bytes)));
      expect(context.progress.length).toBeGreaterThan(0);
      expect(context.sink.drained).toBeGreaterThan(0);
    });

    it('reads the same twice', async () => {
      const folder = await makeFolder(sound);
      const rows = rowsOf(source, await readFolder(source, folder));
      expect(rowsOf(source, await readFolder(source, folder))).toEqual(rows);
    });

    const { readInPieces } = given;
    it.skipIf(readInPieces === undefined)('reads the same in pieces (where the reader can be asked to)', async () => {
      const folder = await makeFolder(sound);
      const whole = await readFolder(source, folder);
      for (const pieceBytes of [1, 13, 4096]) {
        const context = memoryContext(source);
        for (const file of await source.discover(folder)) await readInPieces!(file, context, pieceBytes);
        expect(rowsOf(source, { context, reports: [] })).toEqual(rowsOf(source, whole));
      }
    });

    it('refuses a dump that ends early, unless that is allowed', async () => {
      const folder = await makeFolder(given.truncated);
      expect(await codeOf(readFolder(source, folder))).toBe('truncated');
      const { reports } = await readFolder(source, folder, { allowTruncated: true });
      expect(reports.some(({ truncated }) => truncated)).toBe(true);
    });

    it('refuses an empty file', async () => {
      expect(await codeOf(readFolder(source, await makeFolder(given.empty)))).toBe('empty_file');
    });

    it('refuses what is no dump, and says so plainly', async () => {
      const code = await codeOf(readFolder(source, await makeFolder(given.notADump)));
      expect(['not_a_dump', 'wrong_columns']).toContain(code);
      expect(await codeOf(source.discover(`${await makeFolder({})}/absent`))).toBe('missing_file');
    });

    it('puts a bad record aside and keeps the others', async () => {
      const { context, reports } = await readFolder(source, await makeFolder(given.damaged.files));
      expect(context.quarantine.records.map(({ reason }) => reason)).toEqual([given.damaged.reason]);
      expect(context.quarantine.records[0]).toMatchObject({ file: expect.any(String), offset: expect.any(Number) });
      expect(context.quarantine.records[0]?.excerpt.length).toBeLessThanOrEqual(500);
      expect(reports.reduce((sum, { records }) => sum + records, 0)).toBe(given.records - 1);
    });

    it('stops when told to', async () => {
      const folder = await makeFolder(sound);
      expect(await codeOf(readFolder(source, folder, { signal: AbortSignal.abort() }))).toBe('aborted');
    });
  });
}

function expectRows(table: TableDefinition, rows: readonly (readonly Value[])[]): void {
  const columns = Object.entries(table.columns);
  const keys = table.orderBy.map((column) => Object.keys(table.columns).indexOf(column));
  for (const row of rows) {
    expect(row, table.name).toHaveLength(columns.length);
    for (const [index, [column, type]] of columns.entries()) {
      const value = row[index] ?? null;
      expect(value === null || FITS[type](value), `${table.name}.${column} = ${value} (${type})`).toBe(true);
    }
    expect(row[Object.keys(table.columns).indexOf(table.recordColumn)]).not.toBeNull();
  }
  expect(new Set(rows.map((row) => JSON.stringify(keys.map((key) => row[key])))).size, table.name).toBe(rows.length);
}
