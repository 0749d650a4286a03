import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { startKeptPostgres } from '../../search/keep-postgres.ts';
import { type Asked, judge } from '../asked.ts';
import { albums, fold } from './albums.ts';
import type { Peer } from './peer.ts';

/** As the resolver before this one did: PostgreSQL, a row at a time, an equal artist and title, else both by trigrams. */
export const postgres: Peer = {
  name: 'PostgreSQL: equal, else pg_trgm for artist and title, a row at a time',
  rows: 200,
  open: async (tables, folder) => {
    const server = await startKeptPostgres(join(folder, 'postgres'));
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await load(client, tables, join(folder, 'postgres', 'albums.csv'));
    return {
      measure: async (asked) => {
        const started = performance.now();
        const found: (string | null)[] = [];
        for (const each of asked) found.push(await ask(client, each));
        const microseconds = ((performance.now() - started) * 1000) / asked.length;
        return { rows: asked.length, microseconds, ...judge(asked, (place) => found[place] ?? null) };
      },
      close: async () => {
        await client.query('DROP TABLE album');
        await client.end();
        await server.stop();
      },
    };
  },
};

async function load(client: pg.Client, tables: string, file: string): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await client.query('DROP TABLE IF EXISTS album');
  await client.query('CREATE UNLOGGED TABLE album (id text, artist text, title text)');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${albums(tables)}) TO '${file}' (FORMAT csv, HEADER false)`);
  connection.closeSync();
  instance.closeSync();
  await client.query(`COPY album FROM '${file}' (FORMAT csv)`);
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query('CREATE INDEX ON album USING gin (artist gin_trgm_ops)');
  await client.query('CREATE INDEX ON album (artist, title)');
  await client.query('ANALYZE album');
  await client.query('SET pg_trgm.similarity_threshold = 0.6');
}

async function ask(client: pg.Client, { artist, album }: Asked): Promise<string | null> {
  const values = [fold(artist), fold(album)];
  const equal = await client.query<{ id: string }>({
    name: 'equal',
    text: 'SELECT id FROM album WHERE artist = $1 AND title = $2 ORDER BY id LIMIT 1',
    values,
  });
  if (equal.rows[0]) return equal.rows[0].id;
  const like = await client.query<{ id: string }>({
    name: 'like',
    text: `SELECT id FROM album WHERE artist % $1 AND title % $2
           ORDER BY similarity(artist, $1) + similarity(title, $2) DESC, id LIMIT 1`,
    values,
  });
  return like.rows[0]?.id ?? null;
}
