import { fromKysely, type PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import type { QueueMessages, QueueName } from './open-queue.ts';

/** Puts messages in a queue within the caller's transaction: they are there exactly when what they tell of is. */
export async function sendAll<Name extends QueueName>(
  queue: PgBoss,
  transaction: CatalogDatabase,
  { name, messages, priority = 0 }: { name: Name; messages: readonly QueueMessages[Name][]; priority?: number },
): Promise<void> {
  if (messages.length === 0) return;
  const jobs = messages.map((data) => ({ data, priority }));
  await queue.insert(name, jobs, { db: fromKysely(transaction as Parameters<typeof fromKysely>[0]) });
}
