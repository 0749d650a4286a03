import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Source, Value } from '../src/source.ts';
import type { MemorySink } from './memory-sink.ts';

/** A DuckDB in memory that holds a source's tables under the source's name, as its authority queries expect them. */
export async function loadDuckdb(source: Source, sink: MemorySink): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`CREATE SCHEMA "${source.name}"`);
  for (const { name, columns } of source.tables) {
    const list = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
    await connection.run(`CREATE TABLE "${source.name}"."${name}" (${list.join(', ')})`);
    const appender = await connection.createAppender(name, source.name);
    for (const row of sink.rows(name)) {
      for (const [index, type] of Object.values(columns).entries()) {
        const value = row[index] ?? null;
        if (value === null) appender.appendNull();
        else if (type === 'BIGINT') appender.appendBigInt(BigInt(value));
        else if (type === 'INTEGER') appender.appendInteger(Number(value));
        else if (type === 'DOUBLE') appender.appendDouble(Number(value));
        else if (type === 'BOOLEAN') appender.appendBoolean(Boolean(value));
        else appender.appendVarchar(String(value));
      }
      appender.endRow();
    }
    appender.closeSync();
  }
  return connection;
}

/** Rows of a query as objects, BIGINT as number. */
export async function queryRows(connection: DuckDBConnection, sql: string): Promise<Record<string, Value>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
      ),
    ) as Record<string, Value>[];
}
