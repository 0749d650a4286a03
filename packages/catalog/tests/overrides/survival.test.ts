import { sql } from 'kysely';
import type { Job } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDrift } from '../../src/drift/run-drift.ts';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { importRows } from '../../src/library/import-rows.ts';
import { makeOverride } from '../../src/overrides/make-override.ts';
import { revokeOverride } from '../../src/overrides/revoke-override.ts';
import { refreshRow } from '../../src/push/refresh-row.ts';
import { workPush } from '../../src/push/work-push.ts';
import type { QueueMessages } from '../../src/queue/open-queue.ts';
import { found, resolved } from '../identity/answers.ts';
import { answersTo, writer } from '../identity/open-identity-test.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { replyTruth } from '../jobs/truth.ts';
import { importRow } from '../library/import-row.ts';

const never = new AbortController().signal;
const sameAgain = (results: Parameters<NonNullable<Parameters<typeof replyTruth>[0]>>[0]) => results;

describe.each(dialects)('overrides on %s survive', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const importAll = (album: string) =>
    test.db
      .transaction()
      .execute((transaction) =>
        importRows(transaction, test.queue, [
          importRow({ ownId: '1', artistName: 'Stereolab', albumTitle: album, label: 'Duophonic' }, 0),
        ]),
      );
  const push = async () => {
    const jobs = (await test.queue.fetch('identity.push', { batchSize: 100 })) as Job<QueueMessages['identity.push']>[];
    await workPush(test.makeDependencies(), jobs, never);
  };
  const read = async () => {
    const { rows } = await sql<{ identity: object | null; links: object; last_master: string | null }>`
      SELECT (SELECT to_jsonb(i) - 'last_verified_at' - 'snapshot' - 'resolver_version' - 'notes' FROM library_identity i) AS identity,
        (SELECT jsonb_object_agg(source, external_id || ' ' || method) FROM library_identity_source) AS links,
        (SELECT verdict #>> '{main,discogs_master_id}' FROM library_attempt) AS last_master`.execute(test.db);
    return rows[0]!;
  };
  const age = () => sql`UPDATE library_identity SET last_verified_at = now() - interval '8 days'`.execute(test.db);
  const drift = (apply: boolean) => runDrift(test.makeDependencies(), { actor: 'drift', sample: 'all', apply });

  // Each asks a resolver that by then knows other ids.
  const askings: [string, (id: number) => Promise<unknown>][] = [
    ['a pull', async () => [await age(), await test.pull()]],
    ['a refresh', (id) => refreshRow(test.makeDependencies(), id, { actor: 'Ada', signal: never })],
    ['a drift run', () => drift(false)],
    ['a drift run that applies', () => drift(true)],
    ['an import of another title, and the push after it', async () => [await importAll('Emperor'), await push()]],
    [
      'an answer under another snapshot',
      async (library_id) => {
        const verdict = resolved([found('discogs_master', '999')], { library_id, snapshot: '2030-01-01-0123456789ab' });
        const [answer] = await answersTo(test.db, [verdict]);
        const answers = [{ ...answer!, askedAt: new Date().toISOString() }];
        await test.db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
      },
    ],
  ];

  it.each(askings)('%s', async (_what, ask) => {
    const [row] = await importAll('Dots and Loops');
    const id = row!.libraryId!;
    await test.pull();
    const decide = (source: string, action: 'pin' | 'reject' | 'not_applicable', externalId: string | null) =>
      makeOverride(test.db, { libraryId: id, source, action, externalId, reason: null, actor: 'Ada' });
    const { overrideId } = await decide('discogs_master', 'pin', '5');
    await decide('spotify', 'not_applicable', null);
    const overlaid = await read();
    expect(overlaid).toMatchObject({
      identity: { method: 'manual', confidence: 1, agreement_sources: null, discogs_master_id: 5 },
      links: { discogs_master: '5 manual' },
    });
    test.resolver.reset(replyTruth(sameAgain, 2));
    await ask(id);
    const { last_master, ...after } = await read();
    expect(after).toEqual({ identity: overlaid.identity, links: overlaid.links });
    // What stands without it is the last answer, whichever it was by then.
    await revokeOverride(test.db, { libraryId: id, overrideId, actor: 'Bob', reason: null });
    expect(await read()).toMatchObject({
      identity: { method: 'exact_match', discogs_master_id: Number(last_master) },
      links: { discogs_master: `${last_master} exact_match` },
    });
  });

  it('an import of the same file, which asks nothing', async () => {
    const [row] = await importAll('Dots and Loops');
    await test.pull();
    await makeOverride(test.db, {
      libraryId: row!.libraryId!,
      source: 'discogs_master',
      action: 'pin',
      externalId: '5',
      reason: null,
      actor: 'Ada',
    });
    const before = await read();
    test.resolver.reset(replyTruth(sameAgain, 2));
    expect(await importAll('Dots and Loops')).toMatchObject([{ outcome: 'unchanged' }]);
    await push();
    expect(test.resolver.asked).toEqual([]);
    expect(await read()).toEqual(before);
  });
});
