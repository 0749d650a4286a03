import { DuckDBInstance } from '@duckdb/node-api';
import { judge } from '../asked.ts';
import { albums, folded } from './albums.ts';
import type { Peer } from './peer.ts';

const ALIKE = 0.9;

/** As Splink does: blocked by an equal artist or an equal title, compared by Jaro and Winkler; all rows in one statement. */
export const duckdb: Peer = {
  name: 'DuckDB: equal artist or title, then Jaro–Winkler, all rows at once',
  rows: 10_000,
  open: async (tables) => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '8GB' });
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE album AS ${albums(tables)}`);
    return {
      measure: async (asked) => {
        await connection.run('CREATE OR REPLACE TABLE typed (row INTEGER, artist VARCHAR, title VARCHAR)');
        const before = process.cpuUsage();
        const appender = await connection.createAppender('typed');
        for (const [place, { artist, album }] of asked.entries()) {
          appender.appendInteger(place);
          appender.appendVarchar(artist);
          appender.appendVarchar(album);
          appender.endRow();
        }
        appender.closeSync();
        const reader = await connection.runAndReadAll(`
          WITH typed_so AS (SELECT row, ${folded('artist')} AS artist, ${folded('title')} AS title FROM typed),
          pair AS (
            SELECT row, id, jaro_winkler_similarity(f.artist, a.artist) AS artists, 1.0 AS titles
            FROM typed_so f JOIN album a ON a.title = f.title
            UNION ALL
            SELECT row, id, 1.0, jaro_winkler_similarity(f.title, a.title) FROM typed_so f JOIN album a ON a.artist = f.artist)
          SELECT row, arg_max(id, artists + titles) AS id FROM pair WHERE artists >= ${ALIKE} AND titles >= ${ALIKE} GROUP BY row`);
        const found = new Map(reader.getRows().map(([row, id]) => [Number(row), String(id)]));
        const { user, system } = process.cpuUsage(before);
        const judged = judge(asked, (place) => found.get(place) ?? null);
        return { rows: asked.length, microseconds: (user + system) / asked.length, ...judged };
      },
      close: async () => {
        connection.closeSync();
        instance.closeSync();
      },
    };
  },
};
