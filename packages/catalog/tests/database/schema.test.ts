import { readFileSync } from 'node:fs';
import { startTestPostgres, type TestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSchema } from '../../codegen/describe-schema.ts';
import { openCatalogDatabase } from '../../src/database/open-catalog-database.ts';

const written = readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8');

describe.each(['pglite', 'postgres'] as const)('the schema on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let database: Awaited<ReturnType<typeof openCatalogDatabase>>;

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    database = await openCatalogDatabase(server ? { url: server.url } : { directory: null });
  }, 60_000);

  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  it('is what schema.sql says', async () => {
    expect(await describeSchema(database.db)).toBe(written);
  });
});
