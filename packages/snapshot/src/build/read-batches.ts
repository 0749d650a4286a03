import type { DuckDBBlobVector, DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int16Array;

export interface Batch {
  readonly rows: number;
  /** A column of numbers of one of these kinds and without nulls, as it stands in memory. */
  numbers(column: number): Numbers;
  texts(column: number): (row: number) => string | null;
}

/** A statement whose result is large. */
export interface LargeQuery {
  readonly sql: string;
  /** What stands behind FROM to count its rows, without their order: DuckDB would sort what it only counts. */
  readonly counted: string;
}

/**
 * A text of so many bytes stands in its column; of a longer one only the address does, and following that takes longer than all
 * else that is done with it. So texts come in pieces, and only what is left of very long ones is followed.
 */
const PIECE_BYTES = 12;
const PIECES = 4;
/** Bytes of a piece in its column: its length, and the piece. */
const SLOT_BYTES = 16;
const LENGTH_BYTES = 4;

/** A result as it is read: each column's first column there, and the statement that gives it. */
interface InPieces {
  readonly sql: string;
  readonly places: readonly number[];
}

/** Picking columns keeps the order of the rows. */
async function inPieces(connection: DuckDBConnection, sql: string): Promise<InPieces> {
  const described = await connection.runAndReadAll(`DESCRIBE ${sql}`);
  const types = described.getColumnsObject().column_type as string[];
  const columns: string[] = [];
  const places = types.map((type, column) => {
    const place = columns.length;
    if (type !== 'VARCHAR') columns.push(`c${column}`);
    else {
      for (let piece = 0; piece < PIECES; piece += 1)
        columns.push(`encode(c${column})[${piece * PIECE_BYTES + 1}:${(piece + 1) * PIECE_BYTES}]`);
      columns.push(`encode(c${column})[${PIECES * PIECE_BYTES + 1}:]`);
    }
    return place;
  });
  const names = types.map((_, column) => `c${column}`);
  return { sql: `SELECT ${columns.join(', ')} FROM (${sql}) AS read(${names.join(', ')})`, places };
}

/** A large result, some thousand rows at a time; while some are read the next are made. */
export async function* readBatches(connection: DuckDBConnection, query: LargeQuery): AsyncGenerator<Batch> {
  const counted = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${query.counted}`);
  const rows = counted.getRows()[0]?.[0] as number;
  const { sql, places } = await inPieces(connection, query.sql);
  const result = await connection.stream(sql);
  let left = rows;
  let fetching = result.fetchChunk();
  try {
    for (let chunk = await fetching; chunk !== null && chunk.rowCount > 0; chunk = await fetching) {
      fetching = result.fetchChunk();
      // Its failure is met when it is waited for.
      fetching.catch(() => undefined);
      left -= chunk.rowCount;
      yield batchOf(chunk, places);
    }
  } finally {
    await fetching.catch(() => undefined);
  }
  // A result that fails on its way, for want of memory or disk, ends like any other.
  if (left !== 0) throw new Error(`a result of ${rows} rows ended ${left} rows early: ${query.sql.trim()}`);
}

function batchOf(chunk: DuckDBDataChunk, places: readonly number[]): Batch {
  const placeOf = (column: number) => places[column] as number;
  return {
    rows: chunk.rowCount,
    numbers: (column) => (chunk.getColumnVector(placeOf(column)) as unknown as { items: Numbers }).items,
    texts: (column) => {
      const [first, ...others] = Array.from(
        { length: PIECES + 1 },
        (_, piece) => chunk.getColumnVector(placeOf(column) + piece) as DuckDBBlobVector,
      );
      return textReader(first as DuckDBBlobVector, others);
    },
  };
}

let scratch = Buffer.alloc(1 << 12);

function textReader(first: DuckDBBlobVector, others: readonly DuckDBBlobVector[]): (row: number) => string | null {
  const { validity } = first as unknown as { readonly validity: { itemValid(row: number): boolean } };
  const rest = others.at(-1) as DuckDBBlobVector;
  const pieces = [first, ...others.slice(0, -1)].map(slotsOf);
  const start = pieces[0] as Buffer;
  return (row) => {
    if (!validity.itemValid(row)) return null;
    const at = row * SLOT_BYTES;
    const text = at + LENGTH_BYTES;
    const length = start[at] as number;
    if (length < PIECE_BYTES) return start.toString('utf8', text, text + length);
    let used = 0;
    for (const piece of pieces) {
      const end = text + (piece[at] as number);
      for (let from = text; from < end; from += 1) scratch[used++] = piece[from] as number;
    }
    if (used < PIECES * PIECE_BYTES) return scratch.toString('utf8', 0, used);
    const more = rest.getItemBytes(row) as Uint8Array;
    if (used + more.length > scratch.length) scratch = Buffer.concat([scratch.subarray(0, used), more]);
    scratch.set(more, used);
    return scratch.toString('utf8', 0, used + more.length);
  };
}

function slotsOf(vector: DuckDBBlobVector): Buffer {
  const { dataView } = vector as unknown as { readonly dataView: DataView<ArrayBuffer> };
  return Buffer.from(dataView.buffer, dataView.byteOffset, dataView.byteLength);
}
