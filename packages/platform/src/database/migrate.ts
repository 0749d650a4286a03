import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';

// Any number, as long as every process that migrates takes the same one.
const LOCK = 4_031_977;

/**
 * Brings a database up to the numbered `.sql` files of a folder: each whole, in a transaction of its own, one process at a
 * time. Gives the names of those it applied. Throws when a file that was applied has changed since.
 */
export async function migrate<Tables>(db: Kysely<Tables>, folder: string): Promise<readonly string[]> {
  const files = readdirSync(folder)
    .filter((name) => /^\d+_.*\.sql$/.test(name))
    .toSorted();
  const added: string[] = [];
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (await db.transaction().execute((transaction) => apply(transaction, { name, text }))) added.push(name);
  }
  return added;
}

async function apply<Tables>(
  transaction: Transaction<Tables>,
  { name, text }: { name: string; text: string },
): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
  await sql`CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`.execute(
    transaction,
  );
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { rows } = await sql<{ sha256: string }>`SELECT sha256 FROM schema_migration WHERE name = ${name}`.execute(
    transaction,
  );
  const [known] = rows;
  if (known && known.sha256 !== sha256) throw new Error(`migration ${name} has changed since it was applied`);
  if (known) return false;
  // Without parameters both drivers send the text as it is: no splitting, which would break bodies between $$.
  await sql.raw(text).execute(transaction);
  await sql`INSERT INTO schema_migration (name, sha256) VALUES (${name}, ${sha256})`.execute(transaction);
  return true;
}
