import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDrift } from '../../src/drift/run-drift.ts';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { listOverrides } from '../../src/overrides/list-overrides.ts';
import { makeOverride } from '../../src/overrides/make-override.ts';
import { revokeOverride } from '../../src/overrides/revoke-override.ts';
import { decide, type ReviewDecision } from '../../src/review/decide.ts';
import { listReviewQueue } from '../../src/review/list-review-queue.ts';
import { compilation, found, mbid, resolved, weakly } from '../identity/answers.ts';
import { answersTo, seed, writer } from '../identity/open-identity-test.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { replyTruth } from '../jobs/truth.ts';

const both = [found('discogs_master', '11'), found('mb_release_group', mbid(1))];
const unsure = (confidence: number, provenance = both) => resolved(provenance, { method: 'trigram', confidence });

describe.each(dialects)('decisions of reviewers on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(async () => {
    await test.startOver();
    await seed(test.db);
  });
  afterAll(() => test?.close());

  const apply = async (verdict: ReturnType<typeof resolved>) => {
    const answers = await answersTo(test.db, [verdict]);
    await test.db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
  };
  const reasons = async () => (await listReviewQueue(test.db, { limit: 10 })).items.map((item) => item.reasons);
  const version = async () => (await listReviewQueue(test.db, { limit: 1 })).items[0]!.version;
  const say = (decided: ReviewDecision, seen: string | null = null) =>
    decide(test.db, { libraryId: 1, actor: 'Ada', reason: 'because', version: seen, decided });
  const pin = { decision: 'pin', source: 'discogs_master', externalId: '5' } as const;
  const drift = () => runDrift(test.makeDependencies(), { actor: 'drift', sample: 'all' });

  it('keep what was accepted away, until its ids change; surer or less sure is no change', async () => {
    await apply(unsure(0.75));
    expect(await say({ decision: 'accept' })).toEqual({ decision: 'accepted', overrideId: null });
    expect(await reasons()).toEqual([]);
    await apply(unsure(0.75));
    await apply(unsure(0.72));
    expect(await reasons()).toEqual([]);
    await apply(unsure(0.75, [found('discogs_master', '12'), found('mb_release_group', mbid(1))]));
    expect(await reasons()).toContainEqual(expect.arrayContaining(['low_confidence']));
  });

  it('bring back what was accepted when an answer speaks against a firm link since', async () => {
    await apply(resolved([found('discogs_master', '11')]));
    expect(await reasons()).toEqual([['single_source']]);
    await say({ decision: 'accept' });
    await apply(resolved([found('discogs_master', '99', weakly)]));
    expect(await reasons()).toEqual([['refused_link', 'single_source']]);
    // Once that was seen it is no news, though it is said again.
    await say({ decision: 'accept' });
    await apply(resolved([found('discogs_master', '99', weakly)]));
    expect(await reasons()).toEqual([]);
  });

  it('bring back what was skipped after a week, or when it changes', async () => {
    await apply(unsure(0.75));
    await say({ decision: 'skip' });
    expect(await reasons()).toEqual([]);
    const later = (days: number) =>
      sql`UPDATE review_decision SET decided_at = decided_at - make_interval(days => ${days}::integer),
        until = until - make_interval(days => ${days}::integer)`.execute(test.db);
    await later(6);
    expect(await reasons()).toEqual([]);
    await later(1);
    expect(await reasons()).toEqual([['low_confidence']]);
    await say({ decision: 'skip' });
    await apply(unsure(0.75, [found('discogs_master', '12'), found('mb_release_group', mbid(1))]));
    expect(await reasons()).toHaveLength(1);
  });

  it.each([
    [pin, { discogs_master_id: 5, method: 'manual', confidence: 1 }],
    [{ decision: 'reject', source: 'discogs_master', externalId: '11' }, { discogs_master_id: null }],
    [{ decision: 'not_applicable', source: 'mb_release_group', externalId: null }, { discogs_master_id: 11 }],
  ] as const)('write an override: %j', async (decided, identity) => {
    await apply(unsure(0.75));
    const { decision, overrideId } = await say(decided);
    expect(decision).toBe('overridden');
    expect(await reasons()).toEqual([]);
    expect(await test.db.selectFrom('library_identity').selectAll().execute()).toMatchObject([identity]);
    expect(await listOverrides(test.db, { libraryId: 1 })).toMatchObject([
      { override_id: overrideId, action: decided.decision, actor: 'Ada', reason: 'because' },
    ]);
    const history = await test.db.selectFrom('library_identity_history').selectAll().execute();
    expect(history).toMatchObject([{ reason_category: 'manual', actor: 'Ada' }]);
  });

  it('take an override that stands already as the decision', async () => {
    await apply(unsure(0.75));
    const { overrideId } = await say(pin);
    expect(await say(pin)).toEqual({ decision: 'overridden', overrideId });
    expect(await listOverrides(test.db, { libraryId: 1, includeRevoked: true })).toHaveLength(1);
  });

  it('are made by overrides too, and end with the last of them', async () => {
    await apply(unsure(0.75));
    const override = { libraryId: 1, source: 'spotify', actor: 'Ada', reason: null } as const;
    const first = await makeOverride(test.db, { ...override, action: 'reject', externalId: 'x' });
    const second = await makeOverride(test.db, { ...override, action: 'reject', externalId: 'y' });
    expect(await reasons()).toEqual([]);
    await revokeOverride(test.db, { libraryId: 1, overrideId: first.overrideId, actor: 'Ada', reason: null });
    expect(await reasons()).toEqual([]);
    await revokeOverride(test.db, { libraryId: 1, overrideId: second.overrideId, actor: 'Ada', reason: null });
    expect(await reasons()).toEqual([['low_confidence']]);
  });

  it('are refused on what has changed since it was looked at, and change nothing', async () => {
    await apply(unsure(0.75));
    const seen = await version();
    await apply(unsure(0.75, [found('discogs_master', '12'), found('mb_release_group', mbid(1))]));
    for (const decided of [{ decision: 'accept' }, pin] as const)
      await expect(say(decided, seen)).rejects.toMatchObject({ code: 'conflict' });
    expect(await test.db.selectFrom('review_decision').selectAll().execute()).toEqual([]);
    expect(await listOverrides(test.db, { libraryId: 1 })).toEqual([]);
    await say(pin, await version());
    expect(await listOverrides(test.db, { libraryId: 1 })).toHaveLength(1);
  });

  it('roll back whole where they are no override', async () => {
    await apply(unsure(0.75));
    await expect(say({ ...pin, externalId: 'five' })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await reasons()).toEqual([['low_confidence']]);
    await expect(
      decide(test.db, { libraryId: 9, actor: 'Ada', reason: null, version: null, decided: pin }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keep what drift found away once it was seen, and bring back what another run finds', async () => {
    await test.pull({ includeNullCanonical: true });
    const generation = (n: number) => test.resolver.reset(replyTruth((results) => results, n));
    generation(2);
    await drift();
    expect(await reasons()).toEqual([['id_changed', 'single_source']]);
    const { items } = await listReviewQueue(test.db, { limit: 1 });
    const [stored] = await test.db.selectFrom('library_identity').selectAll().execute();
    expect(items[0]?.drift?.class).toBe('id_changed:discogs_master_id');
    expect(Number(items[0]?.drift?.ids.discogs_master)).not.toBe(stored?.discogs_master_id);
    await say({ decision: 'accept' });
    expect(await reasons()).toEqual([]);
    await drift();
    expect(await reasons()).toEqual([]);
    generation(3);
    await drift();
    expect(await reasons()).toEqual([['id_changed', 'single_source']]);
  });

  it('let compilations go, which have no identity to change', async () => {
    await apply(compilation([found('discogs_master', '11')]));
    expect(await reasons()).toEqual([['single_source']]);
    await say({ decision: 'accept' });
    expect(await reasons()).toEqual([]);
    await apply(compilation([found('discogs_master', '12')]));
    expect(await reasons()).toEqual([['single_source']]);
  });
});
