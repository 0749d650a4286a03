import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../testing/embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { type Database, openDatabase } from './open-database.ts';

type Tables = Record<string, never>;

function makeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-migrations-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe.each(['pglite', 'postgres'] as const)('migrations on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let database: Database<Tables>;

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    database = await openDatabase<Tables>(server ? { url: server.url } : { directory: null });
  }, 60_000);

  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const read = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(database.db)).rows;

  it('takes a file whole, with semicolons in bodies, texts and comments', async () => {
    const text = `
      -- a comment; with a semicolon;
      CREATE TABLE word (text text);
      CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.text := upper(NEW.text) || ';
';
        RETURN NEW;
      END;
      $$;
      CREATE TRIGGER word_shout BEFORE INSERT ON word FOR EACH ROW EXECUTE FUNCTION shout();
      INSERT INTO word VALUES ('a;
b')`;
    expect(await migrate(database.db, makeFolder({ '0001_words.sql': text, 'notes.txt': 'no SQL' }))).toEqual([
      '0001_words.sql',
    ]);
    expect(await read('SELECT text FROM word')).toEqual([{ text: 'A;\nB;\n' }]);
  });

  it('refuses a file that has changed since it was applied, and applies nothing after it', async () => {
    const first = 'CREATE TABLE kept (a int);';
    expect(await migrate(database.db, makeFolder({ '0101_kept.sql': first }))).toEqual(['0101_kept.sql']);
    const changed = makeFolder({ '0101_kept.sql': `${first}\n`, '0102_next.sql': 'CREATE TABLE next (a int)' });
    await expect(migrate(database.db, changed)).rejects.toThrow('migration 0101_kept.sql has changed');
    expect(await read("SELECT to_regclass('next') AS next")).toEqual([{ next: null }]);
  });

  it('undoes the whole of a file that fails, keeps those before it, and goes on once it is mended', async () => {
    const good = { '0201_before.sql': 'CREATE TABLE before (a int)' };
    const broken = makeFolder({ ...good, '0202_broken.sql': 'CREATE TABLE half (a int);\nSELECT 1 / 0;' });
    await expect(migrate(database.db, broken)).rejects.toThrow(/division by zero/);
    expect(await read("SELECT to_regclass('half') AS half, to_regclass('before')::text AS before")).toEqual([
      { half: null, before: 'before' },
    ]);
    const mended = makeFolder({ ...good, '0202_broken.sql': 'CREATE TABLE half (a int);' });
    expect(await migrate(database.db, mended)).toEqual(['0202_broken.sql']);
  });

  it('applies each file once, however many migrate at a time', async () => {
    const folder = makeFolder({
      '0301_one.sql': 'CREATE TABLE one (a int)',
      '0302_two.sql': 'CREATE TABLE two (a int)',
    });
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.db, folder)));
    expect(runs.flat().toSorted()).toEqual(['0301_one.sql', '0302_two.sql']);
  });
});
