import { operations } from '@deadwax/contract/generated/catalog/operations';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { createTokenVerifier } from '../../src/api/verify-token.ts';
import { openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { signIn, tokenConfig } from './test-app.ts';

describe('older ids', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase('pglite');
  }, 60_000);
  afterAll(() => test?.close());

  /** The catalog with older ids in use, or out of it. */
  const serve = (usesLegacyIdentity: boolean): FastifyInstance => {
    const { db, queue } = test;
    const verifyToken = createTokenVerifier(tokenConfig);
    return createApp({ db, queue, gateway: null, verifyToken, usesLegacyIdentity, version: '9.9.9' });
  };
  const post = async (app: FastifyInstance, operationId: keyof typeof operations, payload: object) => {
    const url = operations[operationId].path;
    const response = await app.inject({ method: 'POST', url, headers: await signIn('admin'), payload });
    expectContract(operationId, response);
    return response;
  };

  it.each([
    [true, 3, 1, 202],
    [false, 4, 0, 409],
  ])(
    'in use (%s) are phase %i: imports keep %i of them, and jobs that rest on them answer %i',
    async (used, phase, kept, status) => {
      await test.empty();
      const app = serve(used);
      const version = await app.inject('/version');
      expectContract('version', version);
      expect(version.json().identity_phase).toBe(phase);

      const row = { line: 1, artist_name: 'Low', album_title: 'Hey What', canonical_entity_id: 'discogs:master:1' };
      expect((await post(app, 'import-library', { rows: [row] })).json()).toMatchObject({ added: 1 });
      expect((await sql`SELECT 1 FROM legacy_identity`.execute(test.db)).rows).toHaveLength(kept);

      const byOldIds = await post(app, 'start-pull', { include_null_canonical: false });
      const takeOver = await post(app, 'start-legacy-migration', {});
      expect([byOldIds.statusCode, takeOver.statusCode]).toEqual([status, status]);
      if (status === 409) expectProblem(takeOver, 409, 'conflict');
      expect((await post(app, 'start-pull', {})).statusCode).toBe(202);
      expect((await post(app, 'start-legacy-migration', { unwind: true })).statusCode).toBe(202);
      await app.close();
    },
  );
});
