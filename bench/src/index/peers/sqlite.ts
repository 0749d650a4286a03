import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FEW, type OpenPeer, type Peer } from './peer.ts';
import { readNames } from './read-names.ts';

/** SQLite's full-text search over trigrams: any trigram of the typed name, ranked by BM25. */
export const sqlite: Peer = {
  name: 'SQLite FTS5 trigram (BM25)',
  most: 1_000_000,
  limit: 'seconds a query beyond',
  open: async (file: string, folder: string): Promise<OpenPeer> => {
    const path = join(folder, 'names.sqlite');
    rmSync(path, { force: true });
    const database = new DatabaseSync(path);
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    database.exec("CREATE VIRTUAL TABLE name USING fts5(text, tokenize = 'trigram', detail = 'full')");
    const insert = database.prepare('INSERT INTO name (text) VALUES (?)');
    database.exec('BEGIN');
    for await (const name of readNames(file)) insert.run(name);
    database.exec('COMMIT');
    const query = database.prepare(`SELECT text FROM name WHERE name MATCH ? ORDER BY rank LIMIT ${FEW}`);
    return {
      search: async (typed) => {
        const letters = [...typed];
        const trigrams = letters.slice(2).map((_, at) => `"${letters.slice(at, at + 3).join('')}"`);
        return trigrams.length === 0 ? [] : query.all(trigrams.join(' OR ')).map((row) => String(row.text));
      },
      close: async () => {
        database.close();
        rmSync(path, { force: true });
      },
    };
  },
};
