import type { CrossReferenceQuery, EntitySource } from './authority.ts';
import type { BlockScanner, BlockStream } from './blocks/block.ts';
import type { Quarantine } from './quarantine.ts';

export type ColumnType = 'BIGINT' | 'INTEGER' | 'BOOLEAN' | 'DOUBLE' | 'VARCHAR';
export type Value = string | number | boolean | null;

/** One Parquet table of a source. Rows are written in the order of `columns`. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Column that holds the id of the dump record a row came from; a record repeated in a dump replaces its earlier rows. */
  readonly recordColumn: string;
  /** Dump records of one kind share a group: `release` and `release_track` rows both belong to `release` records. */
  readonly recordGroup: string;
  /** Sort order in the Parquet file: total, so that a rebuild is byte for byte the same. */
  readonly orderBy: readonly string[];
}

/** Where a reader puts rows. */
export interface RowSink {
  /** Adds one row; `values` follow the table's columns. Cheap and synchronous. */
  row(table: string, values: readonly Value[]): void;
  /** Starts a record: every `row` until the next call belongs to it. Needed by tables whose records may repeat. */
  record(group: string, id: string | number): void;
  /** Resolves when buffers are below the high-water mark. Await it every few hundred records. */
  drain(): Promise<void>;
}

export interface InputFile {
  readonly path: string;
  /** What the file holds, in the source's own words: `artists`, `mbdump`, `entities`. */
  readonly kind: string;
  readonly bytes: number;
  /** ISO date (YYYY-MM-DD) of the dump when its name or content tells, else null. */
  readonly dumpDate: string | null;
}

export interface ReadContext {
  readonly sink: RowSink;
  readonly quarantine: Quarantine;
  readonly signal: AbortSignal;
  /** Accept a dump that ends early (for samples); default refuses with `truncated`. */
  readonly allowTruncated: boolean;
  /** Called with the bytes of the file on disk consumed so far. */
  readonly onProgress: (bytes: number) => void;
}

export interface ReadReport {
  /** Records read and kept. */
  readonly records: number;
  /** Records left out by rule (not quarantined), by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Faults repaired in place, by kind: `invalid_utf8`, `control_character`, … */
  readonly repaired: Readonly<Record<string, number>>;
  readonly truncated: boolean;
  /** Dump date when only the content tells. */
  readonly dumpDate: string | null;
}

/** How a file is read in blocks, several at once. */
export interface BlockReading {
  /** A stream from a place between two records on, which `read` found by another one. */
  open(file: InputFile, start: BlockStart): BlockStream;
  /** As `Source.read`: the same records, quarantine and report. */
  read<Rows>(file: InputFile, context: BlockContext<Rows>): Promise<ReadReport>;
}

export interface BlockStart extends Pick<ReadContext, 'sink' | 'quarantine'> {
  readonly place: string;
  /** Of the first byte in the uncompressed file. */
  readonly offset: number;
}

export interface BlockContext<Rows> extends Omit<ReadContext, 'sink'> {
  readonly scanner: BlockScanner<Rows>;
  /** Takes what a block gave; called in the order of the blocks. */
  readonly onRows: (rows: Rows) => Promise<void>;
  /** Bytes of a block, about. Default 1,048,576. */
  readonly blockBytes?: number | undefined;
}

/** One authority: its files, its tables, and what the rest of the system may know of it. */
export interface Source {
  readonly name: string;
  readonly entities: readonly EntitySource[];
  readonly tables: readonly TableDefinition[];
  /** Finds this source's dump files under a path (a file or a folder, searched recursively, sorted). Throws ImportError `not_a_dump`. */
  discover(path: string): Promise<InputFile[]>;
  /** Streams one file into the sink. Throws ImportError (`truncated`, `not_a_dump`, `checksum`, …). */
  read(file: InputFile, context: ReadContext): Promise<ReadReport>;
  /** For files whose records can be told apart without reading them. */
  readonly blocks?: BlockReading;
  readonly authority: AuthorityQueries;
}

/**
 * SQL (DuckDB) over the source's own tables, addressed as `<source name>.<table>` (all exist, empty when the dump had none).
 * Each yields exactly the columns named in `authority.ts`; null = the source has nothing of that kind.
 */
export interface AuthorityQueries {
  readonly artists: string | null;
  readonly artistNames: string | null;
  readonly releases: string | null;
  readonly releaseTitles: string | null;
  readonly releaseCredits: string | null;
  readonly releaseLabels: string | null;
  readonly releaseBarcodes: string | null;
  readonly redirects: string | null;
  readonly crossReferences: readonly CrossReferenceQuery[];
}
