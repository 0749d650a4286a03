import { defaultPullFlags } from '@deadwax/catalog/pull/flags';
import { runPull } from '@deadwax/catalog/pull/run-pull';
import { createResolverGateway } from '@deadwax/catalog/resolver-client/gateway';
import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { Engine } from '@deadwax/resolver/engine/engine';
import { workHere } from '@deadwax/resolver/engine/workbench';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../packages/catalog/tests/jobs/open-test-database.ts';
import { seedRows } from '../../../packages/catalog/tests/jobs/seed-rows.ts';
import { writeDiscogsDumps } from '../../../packages/resolver/tests/cascade/discogs-dump.ts';
import { makeResolver } from '../../../packages/resolver/tests/resolve/make-resolver.ts';

const token = 'a-token-of-this-test';
const titles = ['Tindersticks', 'Curtains', 'Simple Pleasure'];
const engine = new Engine();
const app = createApp({ engine, authenticate: createTokenAuthenticator([token]), version: '1.2.3' });
let test: TestDatabase;

beforeAll(async () => {
  const artist = [7, 'Tindersticks'] as const;
  const masters = titles.map((title, n) => ({ id: 100 + n, artist, title, year: 1993 + n }));
  const releases = masters.map((master, n) => ({ ...master, id: 200 + n, master: master.id, isMain: true }));
  const resolver = await makeResolver([
    await writeDiscogsDumps({ artists: [{ id: 7, name: 'Tindersticks' }], masters, releases }),
  ]);
  engine.serve(workHere(resolver));
  test = await openTestDatabase('pglite');
}, 60_000);
afterAll(async () => {
  await app.close();
  await engine.close();
  await test?.close();
});

it('keeps ids of an album from the row of another by the same artist', async () => {
  const [known, other, like] = await seedRows(
    test.db,
    ['Curtains', 'Waiting for the Moon', 'Donkeys'].map((title) => ({ artist: 'Tindersticks', title })),
  );
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  const gateway = createResolverGateway({ baseUrl, token });
  const signal = new AbortController().signal;
  await runPull({ db: test.db, gateway, signal, log: () => undefined }, defaultPullFlags, { actor: 'test' });
  const rows = await test.db
    .selectFrom('library')
    .leftJoin('library_identity as i', 'i.library_id', 'library.id')
    .select(['library.id', 'i.discogs_master_id', 'i.discogs_release_id'])
    .orderBy('library.id')
    .execute();
  expect(rows).toEqual([
    { id: known, discogs_master_id: 101, discogs_release_id: expect.anything() },
    { id: other, discogs_master_id: null, discogs_release_id: null },
    { id: like, discogs_master_id: null, discogs_release_id: null },
  ]);
});
