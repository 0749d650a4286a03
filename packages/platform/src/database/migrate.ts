import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';

// Any number, as long as every process that migrates takes the same one.
const LOCK = 4_031_977;

/**
 * Brings a database up to the numbered `.sql` files of a folder, all in one transaction, one process at a time. Throws when
 * a file that was applied has changed since.
 */
export async function migrate<Tables>(db: Kysely<Tables>, folder: string): Promise<readonly string[]> {
  const files = readdirSync(folder)
    .filter((name) => /^\d+_.*\.sql$/.test(name))
    .toSorted();
  return db.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    await sql`CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`.execute(
      transaction,
    );
    const { rows } = await sql<{ name: string; sha256: string }>`SELECT name, sha256 FROM schema_migration`.execute(
      transaction,
    );
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    const added: string[] = [];
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const known = applied.get(name);
      if (known !== undefined && known !== sha256)
        throw new Error(`migration ${name} has changed since it was applied`);
      if (known !== undefined) continue;
      for (const statement of text.split(/;\s*\n/).filter((part) => part.trim() !== ''))
        await sql.raw(statement).execute(transaction);
      await sql`INSERT INTO schema_migration (name, sha256) VALUES (${name}, ${sha256})`.execute(transaction);
      added.push(name);
    }
    return added;
  });
}
