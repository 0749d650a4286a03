import { ImportError } from '../errors.ts';
import type { ReadContext, ReadReport } from '../source.ts';
import { DUMP_TABLES } from './columns.ts';
import { CopyTableReader, type ReadTally } from './copy-table-reader.ts';
import { parseDumpDate } from './dump-date.ts';

/** Schema sequences whose columns are those of `columns.ts`. */
const SCHEMA_SEQUENCES: readonly string[] = ['31'];

const TABLES = new Map(DUMP_TABLES.map((table) => [table.name, table]));
const NOTES = ['SCHEMA_SEQUENCE', 'REPLICATION_SEQUENCE', 'TIMESTAMP'] as const;
type Note = (typeof NOTES)[number];

/** Takes the bytes of one file of the dump. */
export interface EntryReader {
  push(chunk: Uint8Array): void;
  /** `cut`: the file stopped before its end, and that was allowed. */
  end(cut?: boolean): void;
}

/** Reads the files of one dump, in any order, and then says whether together they were one. */
export class DumpReader {
  readonly #path: string;
  readonly #context: ReadContext;
  readonly #tally: ReadTally = { records: 0, skipped: {}, repaired: {}, truncated: false };
  readonly #notes = new Map<Note, string>();
  #tables = 0;

  constructor(path: string, context: ReadContext) {
    this.#path = path;
    this.#context = context;
  }

  /** The reader for a file of the dump; null for one that is not wanted. */
  open(name: string, file = `${this.#path}:${name}`): EntryReader | null {
    const baseName = name.split('/').at(-1) ?? '';
    const table = TABLES.get(baseName);
    if (table !== undefined && /(^|\/)mbdump\/\w+$/.test(name)) {
      this.#tables += 1;
      return new CopyTableReader(table, file, this.#context, this.#tally);
    }
    const note = NOTES.find((known) => known === baseName);
    return note === undefined ? null : this.#openNote(note);
  }

  #openNote(note: Note): EntryReader {
    let text = '';
    return {
      push: (chunk) => {
        if (text.length < 200) text += Buffer.from(chunk).toString('latin1');
      },
      end: () => {
        this.#notes.set(note, text.trim());
        if (note === 'SCHEMA_SEQUENCE') this.#checkSchema(text.trim());
      },
    };
  }

  #checkSchema(sequence: string): void {
    if (SCHEMA_SEQUENCES.includes(sequence)) return;
    throw new ImportError(
      'unknown_schema',
      `${this.#path} has schema sequence ${sequence.slice(0, 20)}; known: ${SCHEMA_SEQUENCES.join(', ')}. The columns may have changed.`,
      { file: this.#path },
    );
  }

  markTruncated(): void {
    this.#tally.truncated = true;
  }

  finish(): ReadReport {
    if (this.#tables === 0) {
      throw this.#notDump(
        'it holds none of the core tables (mbdump/artist, …). Is it one of the other mbdump-*.tar files?',
      );
    }
    if (!this.#notes.has('SCHEMA_SEQUENCE') && !this.#tally.truncated)
      throw this.#notDump('it has no SCHEMA_SEQUENCE.');
    const dumpDate = parseDumpDate(this.#notes.get('TIMESTAMP') ?? '', this.#notes.get('REPLICATION_SEQUENCE') ?? '');
    return { ...this.#tally, dumpDate };
  }

  #notDump(reason: string): ImportError {
    return new ImportError('not_a_dump', `${this.#path} is not a MusicBrainz dump: ${reason}`, { file: this.#path });
  }
}
