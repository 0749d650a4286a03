import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

const directory = mkdtempSync(join(tmpdir(), 'deadwax-close-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('counts on by one when an embedded database that was closed is opened again', async () => {
  const given: number[] = [];
  for (let opened = 0; opened < 3; opened += 1) {
    const { db, close } = await openDatabase<Record<string, never>>({ directory });
    await sql`CREATE TABLE IF NOT EXISTS run (id integer GENERATED ALWAYS AS IDENTITY)`.execute(db);
    const { rows } = await sql<{ id: number }>`INSERT INTO run DEFAULT VALUES RETURNING id`.execute(db);
    given.push(rows[0]!.id);
    await close();
  }
  expect(given).toEqual([1, 2, 3]);
}, 60_000);
