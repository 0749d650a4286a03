import { DuckDBInstance } from '@duckdb/node-api';
import { FEW, type OpenPeer, type Peer } from './peer.ts';

/** DuckDB: Jaro and Winkler's likeness among names that begin with the same letter and are about as long. */
export const duckdb: Peer = {
  name: 'DuckDB Jaro–Winkler (blocked by first letter and length)',
  most: 10_000_000,
  limit: 'none met',
  open: async (file: string): Promise<OpenPeer> => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '2GB' });
    const connection = await instance.connect();
    await connection.run(
      `CREATE TABLE name AS SELECT text, left(text, 1) AS letter, length(text) AS size
       FROM read_csv('${file}', columns = {text: 'VARCHAR'}, header = false, delim = '\t', quote = '') ORDER BY letter, size`,
    );
    const query = await connection.prepare(
      `SELECT text FROM name WHERE letter = left($1, 1) AND size BETWEEN length($1) - 2 AND length($1) + 2
       ORDER BY jaro_winkler_similarity(text, $1) DESC, text LIMIT ${FEW}`,
    );
    return {
      search: async (typed) => {
        query.bindVarchar(1, typed);
        const rows = await query.runAndReadAll();
        return rows.getRows().map(([text]) => String(text));
      },
      close: async () => {
        connection.closeSync();
        instance.closeSync();
      },
    };
  },
};
