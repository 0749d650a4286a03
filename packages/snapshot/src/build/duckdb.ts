import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { detectCompilation } from '@deadwax/linkage/normalise/compilation';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import { matchForm } from '@deadwax/linkage/normalise/match-form';
import {
  BOOLEAN,
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBScalarFunction,
  type DuckDBType,
  VARCHAR,
} from '@duckdb/node-api';
import { type Batch, type LargeQuery, readBatches } from './read-batches.ts';

export type Cell = string | number | bigint | boolean | null;

/** DuckDB as the builder uses it: bounded memory, its tables and what spills in a folder, with the normaliser as SQL functions. */
export interface Workbench {
  run(sql: string): Promise<void>;
  /** All rows of a small result. */
  rows(sql: string): Promise<Record<string, Cell>[]>;
  /** A large result, some thousand rows at a time. */
  batches(query: LargeQuery): AsyncGenerator<Batch>;
  /** Statements that run at once, each on a connection of its own, without the temporary tables of the others. */
  readonly beside: Pick<Workbench, 'run' | 'rows'>;
  /**
   * Threads that work on one statement, while none runs. Default 2. The first waits for the others in a busy loop: with one each,
   * statements that run at once take no more than their work.
   */
  useThreads(count: number): Promise<void>;
  /** Makes the statement that runs, if one does, fail. */
  interrupt(): void;
  close(): void;
}

export const defaultMemoryLimit = '1GB';

export interface WorkbenchOptions {
  /** Where DuckDB keeps its tables and spills; they are gone when it is closed. */
  readonly folder: string;
  /** Default `1GB`. */
  readonly memoryLimit?: string;
}

/** Makes a function of ours callable from SQL: one normaliser, whoever asks. */
function registerTextFunction(
  connection: DuckDBConnection,
  name: string,
  returnType: DuckDBType,
  transform: (text: string) => string | boolean,
): void {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name,
      returnType,
      parameterTypes: [VARCHAR],
      mainFunction: (_info, input, output) => {
        const texts = input.getColumnVector(0);
        for (let row = 0; row < input.rowCount; row += 1) {
          const text = texts.getItem(row) as string | null;
          output.setItem(row, text === null ? null : transform(text));
        }
        output.flush();
      },
    }),
  );
}

/**
 * Words of two ASCII letters and more, one space between them, perhaps with a number that tells homonyms apart: their keys are the
 * words in lower case, but for articles.
 */
const PLAIN_WORDS =
  "regexp_full_match(text, '[A-Za-z0-9]{2,}( [A-Za-z0-9]{2,})*( [(][0-9]+[)])?') AND NOT regexp_matches(text, '^(?i:the|an) ')";
const WORDS_ALONE = "lower(CASE WHEN ends_with(text, ')') THEN left(text, strpos(text, ' (') - 1) ELSE text END)";
/** Printable ASCII with single spaces inside: the match form is the lower case. */
const PLAIN_TEXT = "regexp_full_match(text, '[!-~]+( [!-~]+)*')";

/**
 * The normaliser's functions as SQL names them. A call costs ten times what DuckDB's own functions do, so most texts, which
 * the normaliser would only put in lower case, never get there.
 */
const normaliserMacros = [
  `CREATE MACRO match_form(text) AS CASE WHEN ${PLAIN_TEXT} THEN lower(text) ELSE match_form_of_any(text) END`,
  `CREATE MACRO artist_key(text) AS CASE WHEN ${PLAIN_WORDS} THEN ${WORDS_ALONE} ELSE artist_key_of_any(text) END`,
  `CREATE MACRO title_key(text) AS CASE WHEN ${PLAIN_WORDS} THEN ${WORDS_ALONE} ELSE title_key_of_any(text) END`,
  `CREATE MACRO is_compilation_name(text) AS
    CASE WHEN regexp_matches(text, '^(?i:various|soundtrack|compilation|v/a|v[.]a)') THEN is_compilation_name_of_any(text) ELSE false END`,
];

async function readRows(connection: DuckDBConnection, sql: string): Promise<Record<string, Cell>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, Cell>[];
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const file = join(options.folder, `work-${randomUUID()}.duckdb`);
  const instance = await DuckDBInstance.create(file, {
    temp_directory: options.folder,
    memory_limit: options.memoryLimit ?? defaultMemoryLimit,
    threads: '2',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  registerTextFunction(connection, 'match_form_of_any', VARCHAR, matchForm);
  registerTextFunction(connection, 'artist_key_of_any', VARCHAR, artistKey);
  registerTextFunction(connection, 'title_key_of_any', VARCHAR, titleKey);
  registerTextFunction(connection, 'is_compilation_name_of_any', BOOLEAN, detectCompilation);
  for (const macro of normaliserMacros) await connection.run(macro);
  const onOwn = async <T>(use: (own: DuckDBConnection) => Promise<T>): Promise<T> => {
    const own = await instance.connect();
    try {
      return await use(own);
    } finally {
      own.closeSync();
    }
  };
  let isStreaming = false;
  // A statement would end a large result that is being read, and it would look as if it had no more rows.
  const free = () => {
    if (isStreaming) throw new Error('a result of this connection is still being read');
    return connection;
  };
  return {
    beside: {
      run: (sql) => onOwn(async (own) => void (await own.run(sql))),
      rows: (sql) => onOwn((own) => readRows(own, sql)),
    },
    run: async (sql) => {
      await free().run(sql);
    },
    useThreads: async (count) => {
      await free().run(`SET threads = ${count}`);
    },
    interrupt: () => connection.interrupt(),
    rows: (sql) => readRows(free(), sql),
    batches: async function* (query) {
      const own = free();
      isStreaming = true;
      try {
        yield* readBatches(own, query);
      } finally {
        isStreaming = false;
      }
    },
    close: () => {
      // One beside is closed where it was opened: it may be in use.
      connection.closeSync();
      instance.closeSync();
      for (const left of [file, `${file}.wal`]) rmSync(left, { force: true });
    },
  };
}
