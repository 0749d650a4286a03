import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { DatabaseUnavailableError } from '../../errors.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

const patienceMs = 2000;

async function ask({ db }: Pick<AppDependencies, 'db'>): Promise<void> {
  const waiting = new AbortController();
  const late = sleep(patienceMs, null, { signal: waiting.signal }).then(() => {
    throw new Error(`no answer in ${patienceMs} ms`);
  });
  late.catch(() => undefined);
  try {
    await Promise.race([sql`SELECT 1`.execute(db), late]);
  } finally {
    waiting.abort();
  }
}

export function readiness(dependencies: Pick<AppDependencies, 'db'>): Handler<'readiness'> {
  return async () => {
    await ask(dependencies).catch((cause: unknown) => {
      throw new DatabaseUnavailableError({ cause });
    });
    return { status: 'healthy', services: { database: 'ok' } };
  };
}
