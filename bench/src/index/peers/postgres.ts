import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startKeptPostgres } from '../../search/keep-postgres.ts';
import { FEW, type OpenPeer, type Peer } from './peer.ts';

/** PostgreSQL's trigrams under a GIN index, as the resolver before this one used them. */
export const postgres: Peer = {
  name: 'pg_trgm (GIN, similarity .6)',
  most: 10_000_000,
  limit: 'minutes to build',
  open: async (file: string, folder: string): Promise<OpenPeer> => {
    chmodSync(file, 0o644);
    const server = await startKeptPostgres(join(folder, 'postgres'));
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query('DROP TABLE IF EXISTS name');
    await client.query('CREATE UNLOGGED TABLE name (text text COLLATE "C" NOT NULL)');
    await client.query(`COPY name FROM ${client.escapeLiteral(file)}`);
    await client.query("SET maintenance_work_mem = '512MB'");
    await client.query('CREATE INDEX ON name USING gin (text gin_trgm_ops)');
    await client.query('CREATE INDEX ON name (text)');
    await client.query('ANALYZE name');
    await client.query('SET pg_trgm.similarity_threshold = 0.6');
    return {
      search: async (typed) => {
        const text = `SELECT text FROM name WHERE text % $1 ORDER BY similarity(text, $1) DESC, text LIMIT ${FEW}`;
        const { rows } = await client.query<{ text: string }>({ name: 'like', text, values: [typed] });
        return rows.map((row) => row.text);
      },
      has: async (name) => {
        const text = 'SELECT 1 FROM name WHERE text = $1 LIMIT 1';
        return (await client.query({ name: 'same', text, values: [name] })).rowCount === 1;
      },
      close: async () => {
        await client.query('DROP TABLE name');
        await client.end();
        await server.stop();
      },
    };
  },
};
