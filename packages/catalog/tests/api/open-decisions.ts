import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { startTestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import type { LightMyRequestResponse } from 'fastify';
import type { Role } from '../../src/api/roles.ts';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { answersTo, writer } from '../identity/open-identity-test.ts';
import type { dialects } from '../jobs/open-test-database.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

interface Sent {
  readonly role?: Role;
  readonly payload?: object;
}

export interface DecisionsTest extends TestCatalog {
  /** As a music director, unless another role is named. */
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, sent?: Sent): Promise<LightMyRequestResponse>;
  apply(verdicts: readonly BulkResolveResult[]): Promise<void>;
}

/** The catalog over HTTP, with nobody to ask: answers are applied by hand. */
export async function openDecisionsTest(dialect: (typeof dialects)[number]): Promise<DecisionsTest> {
  const server = dialect === 'postgres' ? await startTestPostgres() : null;
  const catalog = await openTestCatalog(server === null ? { directory: null } : { url: server.url });
  return {
    ...catalog,
    call: async (method, url, { role = 'music_director', payload } = {}) =>
      catalog.app.inject({ method, url, headers: await signIn(role), ...(payload ? { payload } : {}) }),
    apply: async (verdicts) => {
      const answers = await answersTo(catalog.db, verdicts);
      await catalog.db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
    },
    close: async () => {
      await catalog.close();
      await server?.stop();
    },
  };
}
