import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cohort } from '../../src/pull/eligible.ts';
import { defaultPullFlags, type PullFlags } from '../../src/pull/flags.ts';
import { countEligible, selectEligible } from '../../src/pull/select-eligible.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';

const now = '2026-06-01T12:00:00.000Z';
const DAY = 86_400_000;
const ago = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
const all = { after: 0, last: 2_147_483_647, limit: 100_000 };

const identities = { absent: null, fresh: ago(DAY), threshold: ago(7 * DAY), stale: ago(7 * DAY + 1) };
const shelves: Seed[] = [{ letters: null }, { letters: 'A' }, { letters: 'ZV' }, { letters: null, credits: true }];
const markers = [
  { outcome: null, attemptedAt: null },
  ...(['single_artist', 'unresolved', 'compilation'] as const).flatMap((outcome) =>
    [ago(DAY), ago(30 * DAY), ago(30 * DAY + 1)].map((attemptedAt) => ({ outcome, attemptedAt })),
  ),
];
const pendings = [null, ago(60_000), ago(600_000), ago(600_001)];

/** Every state a row can be in, as far as a pull looks at it. */
const states = Object.values(identities).flatMap((identityVerifiedAt) =>
  [false, true].flatMap((canonical) =>
    shelves.flatMap((shelf) =>
      markers.flatMap((marker) =>
        pendings.map((pendingSince): Seed => ({ ...shelf, ...marker, identityVerifiedAt, canonical, pendingSince })),
      ),
    ),
  ),
);

/** The predicate in plain words. Times compare as text: all are of one form. */
function isDue(seed: Seed, cohort: Cohort, flags: Pick<PullFlags, 'includeNullCanonical' | 'recheck'>): boolean {
  const isVarious = seed.letters?.startsWith('Z') === true || seed.credits === true;
  if (isVarious !== (cohort === 'va')) return false;
  const { identityVerifiedAt: verified = null, outcome = null, attemptedAt = null, pendingSince = null } = seed;
  const isStale = verified !== null && verified < ago(7 * DAY);
  const leftNothing = outcome !== null && (verified === null || outcome !== 'single_artist');
  const isRetryDue = !leftNothing || (attemptedAt ?? '') < ago(30 * DAY);
  if (flags.recheck) return cohort === 'va' && leftNothing;
  if (flags.includeNullCanonical)
    return isStale || (verified === null && isRetryDue) || (pendingSince !== null && pendingSince < ago(600_000));
  return seed.canonical === true && (verified === null || isStale) && (cohort === 'non_va' || isRetryDue);
}

const variants = [
  { includeNullCanonical: true, recheck: false },
  { includeNullCanonical: false, recheck: false },
  { includeNullCanonical: true, recheck: true },
  { includeNullCanonical: false, recheck: true },
];

describe.each(dialects)('the work-list of a pull on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const select = (cohort: Cohort, flags: Partial<PullFlags> = {}) =>
    selectEligible(test.db, { cohort, flags: { ...defaultPullFlags, ...flags }, now }, all);

  it('is what the predicate says of every state a row can be in, under every switch', async () => {
    const ids = await seedRows(test.db, states);
    for (const variant of variants)
      for (const cohort of ['va', 'non_va'] as const) {
        const due = ids.filter((_id, place) => isDue(states[place] as Seed, cohort, variant));
        const selected = new Set(await select(cohort, variant));
        const wrong = ids.flatMap((id, place) => (selected.has(id) === due.includes(id) ? [] : [states[place]]));
        expect(wrong, `${cohort} ${JSON.stringify(variant)}`).toEqual([]);
        const workList = { cohort, flags: { ...defaultPullFlags, ...variant }, now };
        expect(await countEligible(test.db, workList)).toBe(due.length);
      }
  });

  it('counts an identity of exactly the threshold as fresh, and an answer of exactly the time-to-live as lasting', async () => {
    const [, staleId, , expiredId] = await seedRows(test.db, [
      { identityVerifiedAt: identities.threshold },
      { identityVerifiedAt: identities.stale },
      { outcome: 'unresolved', attemptedAt: ago(30 * DAY) },
      { outcome: 'unresolved', attemptedAt: ago(30 * DAY + 1) },
    ]);
    expect(await select('non_va')).toEqual([staleId, expiredId]);
  });

  it('does not ask again for a while where people took away all that an answer named', async () => {
    const [, expiredId] = await seedRows(test.db, [
      { outcome: 'single_artist', attemptedAt: ago(DAY) },
      { outcome: 'single_artist', attemptedAt: ago(31 * DAY) },
    ]);
    expect(await select('non_va')).toEqual([expiredId]);
  });

  it('goes on above the cursor, ascending, as far as the range and the page go', async () => {
    const ids = await seedRows(test.db, Array<Seed>(9).fill({}));
    const page = await selectEligible(
      test.db,
      { cohort: 'non_va', flags: defaultPullFlags, now },
      { after: ids[1] as number, last: ids[6] as number, limit: 3 },
    );
    expect(page).toEqual(ids.slice(2, 5));
  });

  it('puts every row in exactly one cohort, whatever its letters', async () => {
    const letters = fc.option(fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('Z', 'z', ' Z', 'ZZ', '%', '')));
    const text = letters.map((value) => value?.replaceAll('\0', '') ?? null);
    const row = fc.record({ letters: text, credits: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        await test.empty();
        const ids = await seedRows(test.db, rows);
        const both = [...(await select('va')), ...(await select('non_va'))];
        expect(both.sort((a, b) => a - b)).toEqual(ids);
      }),
      { numRuns: 15 },
    );
  });

  it('is cut by partitions without overlap and without rest', async () => {
    const ids = await seedRows(test.db, Array<Seed>(50).fill({}));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (count) => {
        const parts = await Promise.all(
          Array.from({ length: count }, (_, index) => select('non_va', { partition: { index, count } })),
        );
        expect(parts.flat().sort((a, b) => a - b)).toEqual(ids);
      }),
      { numRuns: 10 },
    );
  });
});
