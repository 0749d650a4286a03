import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../testing/embedded-postgres.ts';
import { type Database, openDatabase } from './open-database.ts';
import { REPEATED, RepeatedStatements } from './repeated-statements.ts';

describe('names of repeated statements', () => {
  it('are given to a marked statement that has come three times, and stay', () => {
    const statements = new RepeatedStatements();
    const names = Array.from({ length: 4 }, () => statements.nameOf(`${REPEATED} SELECT 1`));
    expect(names).toEqual([undefined, undefined, names[3], names[3]]);
    expect(names[3]).toMatch(/^repeated_[0-9a-f]{24}$/);
  });

  it('are not given to statements without the mark', () => {
    const statements = new RepeatedStatements();
    expect(Array.from({ length: 5 }, () => statements.nameOf('SELECT 1'))).toEqual(Array(5).fill(undefined));
  });

  it('come to an end, whatever is asked, and those given stay', () => {
    const statements = new RepeatedStatements();
    const nameThrice = (n: number) =>
      Array.from({ length: 3 }, () => statements.nameOf(`${REPEATED} SELECT ${n}`)).at(-1);
    const named = Array.from({ length: 500 }, (_, n) => nameThrice(n)).filter((name) => name !== undefined);
    expect(new Set(named).size).toBe(64);
    expect(statements.nameOf(`${REPEATED} SELECT 0`)).toBe(named[0]);
    expect(statements.nameOf(`${REPEATED} SELECT 499`)).toBeUndefined();
  });
});

describe.each(['pglite', 'postgres'] as const)('repeated statements on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let database: Database<Record<string, never>>;

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    database = await openDatabase(server ? { url: server.url } : { directory: null }, { maxConnections: 1 });
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const ask = async (value: string) =>
    (await sql<{ text: string }>`${sql.raw(REPEATED)} SELECT ${value}::text AS text`.execute(database.db)).rows[0]
      ?.text;

  it('give what they are asked with, each time', async () => {
    for (const value of ['one', 'two', 'three', 'four', 'five', "six'"]) expect(await ask(value)).toBe(value);
  });

  it.runIf(dialect === 'postgres')('are planned once by a connection of a server', async () => {
    await sql`SET plan_cache_mode = force_generic_plan`.execute(database.db);
    for (let times = 0; times < 5; times += 1) await ask('again');
    const { rows } = await sql<{ statement: string; plans: number; asked: boolean }>`
      SELECT statement, custom_plans = 0 OR generic_plans > 4 AS asked FROM pg_prepared_statements`.execute(
      database.db,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ asked: true });
    expect(rows[0]?.statement).toContain(REPEATED);
  });

  it('go on after the table that they read was changed', async () => {
    await sql`CREATE TABLE word (id integer, text text)`.execute(database.db);
    const read = async () =>
      (await sql`${sql.raw(REPEATED)} SELECT text FROM word WHERE id = ${1}::integer`.execute(database.db)).rows;
    for (let times = 0; times < 4; times += 1) expect(await read()).toEqual([]);
    await sql`ALTER TABLE word ADD COLUMN more integer; INSERT INTO word VALUES (1, 'a', 2); CREATE INDEX ON word (id)`.execute(
      database.db,
    );
    expect(await read()).toEqual([{ text: 'a' }]);
  });
});
