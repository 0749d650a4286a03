import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listOverrides } from '../../src/overrides/list-overrides.ts';
import { makeOverride } from '../../src/overrides/make-override.ts';
import { revokeOverride } from '../../src/overrides/revoke-override.ts';
import { found, mbid, nothing, resolved, unresolved, weakly } from '../identity/answers.ts';
import { type IdentityTest, idsOf, openIdentityTest, seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';

const agreeing = {
  method: 'cross_source_agreement',
  confidence: 0.97,
  agreement_sources: ['discogs_master', 'mb_release_group'],
} as const;
const full = [
  found('discogs_artist', '7', weakly),
  found('discogs_master', '11'),
  found('discogs_release', '12', { method: 'inherited', confidence: 0.95, derived_from: 'discogs_master' }),
  found('mb_release_group', mbid(3)),
  nothing('wikidata'),
];

describe.each(dialects)('overrides on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const decide = (
    [action, source, externalId = null]: readonly [string, string, (string | null)?],
    rest: Partial<Parameters<typeof makeOverride>[1]> = {},
  ) => {
    const input = { libraryId: 1, source, action: action as 'pin', externalId, reason: null, actor: 'Ada', ...rest };
    return makeOverride(test.db, input);
  };
  const revoke = (overrideId: number) =>
    revokeOverride(test.db, { libraryId: 1, overrideId, actor: 'Bob', reason: 'a mistake' });
  const answer = async (provenance = full, rest: object = agreeing) => {
    await seed(test.db);
    await test.apply([resolved(provenance, rest)]);
  };

  // The whole row is manual only by a pin; what is taken away leaves with what was derived from it.
  it.each([
    [
      ['pin', 'wikidata', 'Q5'],
      { method: 'manual', confidence: 1, agreement_sources: null, wikidata_qid: 'Q5', discogs_master_id: 11 },
      { discogs_artist: '7', discogs_master: '11', discogs_release: '12', mb_release_group: mbid(3), wikidata: 'Q5' },
    ],
    [
      ['pin', 'discogs_master', '5'],
      { method: 'manual', confidence: 1, agreement_sources: null, discogs_master_id: 5, discogs_release_id: null },
      { discogs_artist: '7', discogs_master: '5', mb_release_group: mbid(3) },
    ],
    [
      ['pin', 'discogs_master', '11'],
      { method: 'manual', confidence: 1, agreement_sources: null, discogs_master_id: 11, discogs_release_id: 12 },
      { discogs_artist: '7', discogs_master: '11', discogs_release: '12', mb_release_group: mbid(3) },
    ],
    [
      ['reject', 'discogs_master', '11'],
      { method: 'name_variation', confidence: 0.9, agreement_sources: null, discogs_master_id: null },
      { discogs_artist: '7', mb_release_group: mbid(3) },
    ],
    [
      ['reject', 'discogs_master', '12'],
      { ...agreeing, agreement_sources: 'discogs_master,mb_release_group', discogs_master_id: 11 },
      { discogs_artist: '7', discogs_master: '11', discogs_release: '12', mb_release_group: mbid(3) },
    ],
    [
      ['reject', 'mb_release_group'],
      { method: 'name_variation', agreement_sources: null, musicbrainz_release_group_mbid: null },
      { discogs_artist: '7', discogs_master: '11', discogs_release: '12' },
    ],
    [
      ['not_applicable', 'discogs_master'],
      { method: 'name_variation', agreement_sources: null, discogs_master_id: null, discogs_release_id: null },
      { discogs_artist: '7', mb_release_group: mbid(3) },
    ],
    [
      ['pin', 'mb_release_group', mbid(9)],
      { method: 'manual', musicbrainz_release_group_mbid: mbid(9) },
      { discogs_artist: '7', discogs_master: '11', discogs_release: '12', mb_release_group: mbid(9) },
    ],
  ] as const)('%j', async (decision, identity, links) => {
    await answer();
    const before = await test.read(1);
    const { overrideId } = await decide(decision, { reason: 'read from the label' });
    const after = await test.read(1);
    expect(after.identity).toMatchObject(identity);
    expect(idsOf(after)).toEqual(links);
    await revoke(overrideId);
    expect(await test.read(1)).toEqual(before);
    const [action, source, id] = decision;
    const what = [action, source, id ?? (action === 'reject' ? 'any' : null)].filter(Boolean).join(' ');
    const history = await test.history(1);
    expect(history).toMatchObject([
      { category: 'manual', actor: 'Ada', reason: `${what}: read from the label`, identity: before.identity },
      { category: 'revoked', actor: 'Bob', identity: after.identity },
    ]);
    expect(history[1]?.reason).toMatch(/^revoke .*: a mistake$/);
  });

  it('lay the last answer again when they are revoked, not one before it', async () => {
    await answer([found('discogs_master', '1'), found('spotify', 'one')], {});
    const { overrideId } = await decide(['pin', 'discogs_master', '5']);
    await test.apply([resolved([found('discogs_master', '2'), found('spotify', 'two')])]);
    await test.apply([resolved([found('discogs_master', '3'), nothing('spotify')])]);
    expect(idsOf(await test.read(1))).toEqual({ discogs_master: '5' });
    await revoke(overrideId);
    expect(idsOf(await test.read(1))).toEqual({ discogs_master: '3' });
    expect((await test.read(1)).identity).toMatchObject({ discogs_master_id: 3, method: 'exact_match' });
  });

  it('leave nothing of a row that is unresolved, once they are revoked', async () => {
    await seed(test.db);
    await test.apply([unresolved([nothing('discogs_master')])]);
    const { overrideId } = await decide(['pin', 'discogs_master', '5']);
    expect((await test.read(1)).identity).toMatchObject({ method: 'manual', discogs_master_id: 5 });
    await revoke(overrideId);
    expect(await test.read(1)).toEqual({ identity: null, links: {} });
  });

  it('take effect on a row that was never asked about', async () => {
    await seed(test.db);
    const { overrideId } = await decide(['pin', 'discogs_master', '5']);
    expect((await test.read(1)).identity).toMatchObject({ method: 'manual', confidence: 1, discogs_master_id: 5 });
    await revoke(overrideId);
    expect(await test.read(1)).toEqual({ identity: null, links: {} });
    expect((await test.history(1)).map(({ category }) => category)).toEqual(['manual', 'revoked']);
  });

  it('revoke what they contradict, and no other', async () => {
    await answer();
    const first = await decide(['pin', 'discogs_master', '5']);
    const spared = await decide(['reject', 'discogs_master', '6']);
    const second = await decide(['pin', 'discogs_master', '6']);
    expect(second.revoked).toEqual([first.overrideId, spared.overrideId]);
    const third = await decide(['not_applicable', 'discogs_master']);
    expect(third.revoked).toEqual([second.overrideId]);
    expect(await listOverrides(test.db, { libraryId: 1 })).toMatchObject([{ override_id: third.overrideId }]);
    const all = await listOverrides(test.db, { libraryId: 1, includeRevoked: true });
    expect(all.map(({ revoked_by }) => revoked_by)).toEqual(['Ada', 'Ada', 'Ada', null]);
  });

  it('change nothing where the very same stands, and leave no trace of it', async () => {
    await answer();
    const { overrideId } = await decide(['reject', 'mb_release_group']);
    expect(await decide(['reject', 'mb_release_group'])).toEqual({ outcome: 'unchanged', overrideId, revoked: [] });
    expect(await test.history(1)).toHaveLength(1);
  });

  it.each([
    [['pin', 'discogs_master', '0'], 'bad_external_id'],
    [['pin', 'discogs_master'], 'bad_external_id'],
    [['pin', 'mb_release', '12'], 'bad_external_id'],
    [['not_applicable', 'spotify', 'x'], 'bad_external_id'],
    [['ignore', 'spotify', 'x'], 'bad_action'],
    [['pin', 'Spotify', 'x'], 'unknown_source'],
    [['pin', 'discogs_relase', '12'], 'unknown_source'],
  ] as const)('are refused: %j', async (decision, failureReason) => {
    await answer();
    await expect(decide(decision)).rejects.toMatchObject({ code: 'invalid_input', failureReason });
    expect(await test.history(1)).toEqual([]);
  });

  it('take a source that is new to the catalog, once an answer named it', async () => {
    await answer([found('discogs_master', '1'), nothing('toy_release')], {});
    await decide(['pin', 'toy_release', 'Toy #1']);
    expect(idsOf(await test.read(1))).toEqual({ discogs_master: '1', toy_release: 'Toy #1' });
  });

  it('write UUIDs as the database does', async () => {
    await answer();
    await decide(['pin', 'mb_release_group', 'ABCDEFAB-0000-4000-8000-00000000000F']);
    expect(await decide(['pin', 'mb_release_group', 'abcdefab-0000-4000-8000-00000000000f'])).toMatchObject({
      outcome: 'unchanged',
    });
  });

  it('name no artist: a pin is said of the record', async () => {
    await answer([found('discogs_master', '1')], {});
    await decide(['pin', 'discogs_artist', '8']);
    expect((await test.read(1)).identity).toMatchObject({ artist_ids: { discogs_artist: '8' } });
    expect(await test.db.selectFrom('artist_identity').selectAll().execute()).toEqual([]);
  });

  it('are of a row that is there, and are revoked once, of their own row', async () => {
    await seed(test.db, 2);
    await expect(decide(['pin', 'spotify', 'x'], { libraryId: 99 })).rejects.toMatchObject({ code: 'not_found' });
    const { overrideId } = await decide(['pin', 'spotify', 'x']);
    await expect(
      revokeOverride(test.db, { libraryId: 2, overrideId, actor: 'Bob', reason: null }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await revoke(overrideId);
    await expect(revoke(overrideId)).rejects.toMatchObject({ code: 'conflict' });
    expect((await test.history(1)).map(({ category }) => category)).toEqual(['manual', 'revoked']);
  });

  it('of several sessions on one row come one after another', async () => {
    await answer();
    const pins = await Promise.all(
      Array.from({ length: 8 }, (_, n) => decide(['pin', 'discogs_master', String(n + 50)], { actor: `Ada ${n}` })),
    );
    const standing = await listOverrides(test.db, { libraryId: 1 });
    expect(standing).toHaveLength(1);
    expect(idsOf(await test.read(1)).discogs_master).toBe(standing[0]?.external_id);
    // Each but the first replaced exactly one, and the history tells of all, each with what the one before had pinned.
    expect(pins.map(({ revoked }) => revoked.length).toSorted()).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
    const history = await test.history(1);
    expect(new Set(history.map(({ actor }) => actor)).size).toBe(8);
    const replaced = history.map(({ identity }) => identity?.discogs_master_id);
    expect([...replaced, Number(standing[0]?.external_id)].toSorted()).toEqual([11, ...pins.map((_, n) => n + 50)]);
  });

  it('meet an answer to the same row without losing either', async () => {
    await answer();
    await Promise.all([
      decide(['pin', 'wikidata', 'Q5']),
      test.apply([resolved([found('discogs_master', '99'), nothing('mb_release_group')])]),
    ]);
    expect((await test.read(1)).identity).toMatchObject({
      method: 'manual',
      wikidata_qid: 'Q5',
      discogs_master_id: 99,
      musicbrainz_release_group_mbid: null,
    });
    const { rows } = await sql<{ open: number }>`
      SELECT count(*)::integer AS open FROM identity_override WHERE revoked_at IS NULL`.execute(test.db);
    expect(rows).toEqual([{ open: 1 }]);
  });
});
