import { sql } from 'kysely';
import { DatabaseUnavailableError } from '../../errors.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';
import { answerWithin } from './answer-within.ts';

const patienceMs = 2000;

export function readiness({ db }: Pick<AppDependencies, 'db'>): Handler<'readiness'> {
  return async () => {
    await answerWithin(patienceMs, sql`SELECT 1`.execute(db)).catch((cause: unknown) => {
      throw new DatabaseUnavailableError({ cause });
    });
    return { status: 'healthy', services: { database: 'ok' } };
  };
}
