import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOverride } from '../../src/overrides/make-override.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { compilation, type Entry, found, mbid, nothing, resolved, unresolved, weakly } from './answers.ts';
import { type IdentityTest, idsOf, openIdentityTest, seed } from './open-identity-test.ts';

const alias = { method: 'alias_match', confidence: 0.8 } as const;
const inherited = (source: string) => ({ method: 'inherited', confidence: 0.95, derived_from: source }) as const;

describe.each(dialects)('an answer that meets what stands, on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  it.each<[why: string, before: Entry, after: Entry, stands: string]>([
    [
      'an exact one gives way to none that is weaker',
      found('mb_release', mbid(1)),
      found('mb_release', mbid(2), weakly),
      mbid(1),
    ],
    [
      'an exact one gives way to another that is exact',
      found('mb_release', mbid(1)),
      found('mb_release', mbid(2)),
      mbid(2),
    ],
    [
      'a weak one gives way to a weaker: only exact ones are firm',
      found('spotify', 'a', weakly),
      found('spotify', 'b', alias),
      'b',
    ],
    ['a weak one gives way to an exact one', found('spotify', 'a', weakly), found('spotify', 'b'), 'b'],
    [
      'an exact one stands with the same id, found weakly',
      found('discogs_master', '1'),
      found('discogs_master', '1', weakly),
      '1',
    ],
  ])('of one source: %s', async (_why, before, after, stands) => {
    const [id] = await seed(test.db);
    await test.apply([resolved([before])]);
    await test.apply([resolved([after])]);
    const stored = await test.read(id!);
    expect(idsOf(stored)).toEqual({ [before.source]: stands });
    expect(Object.values(stored.identity!)).toContain(before.source === 'discogs_master' ? Number(stands) : stands);
  });

  it('leaves in the history what was refused for an exact link, once however often it is said', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved([found('discogs_master', '1'), found('mb_release', mbid(1))])]);
    const weaker = resolved([found('discogs_master', '2', weakly), found('mb_release', mbid(1))]);
    await test.apply([weaker]);
    const refused = {
      category: 'refused',
      reason: 'asked again: weaker than what stands',
      identity: null,
      sources: [{ source: 'discogs_master', external_id: '2', ...weakly, derived_from: null, url: null }],
    };
    const ofRefusals = async () => (await test.history(id!)).filter(({ category }) => category === 'refused');
    expect(await ofRefusals()).toMatchObject([refused]);
    await test.apply([weaker]);
    expect(await ofRefusals()).toHaveLength(1);
    await test.apply([resolved([found('discogs_master', '3', weakly), found('mb_release', mbid(1))])]);
    expect(await ofRefusals()).toMatchObject([refused, { sources: [{ external_id: '3' }] }]);
    expect((await test.read(id!)).links.discogs_master).toMatchObject({ external_id: '1', confidence: 1 });
  });

  it('never reaches a person’s link, however exact the answer, and keeps what other sources say', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved([found('discogs_master', '1')])]);
    const pin = { source: 'discogs_master', action: 'pin', externalId: '5', reason: null, actor: 'Ada' } as const;
    await makeOverride(test.db, { libraryId: id!, ...pin });
    for (const answer of [
      resolved([found('discogs_master', '2'), found('wikidata', 'Q2')]),
      unresolved([nothing('discogs_master'), nothing('wikidata')]),
      resolved([found('discogs_master', '3', weakly), found('wikidata', 'Q3')]),
    ]) {
      await test.apply([answer]);
      const { identity, links } = await test.read(id!);
      expect(links.discogs_master).toMatchObject({ external_id: '5', method: 'manual', confidence: 1 });
      expect(identity).toMatchObject({
        method: 'manual',
        confidence: 1,
        discogs_master_id: 5,
        agreement_sources: null,
      });
    }
    expect(idsOf(await test.read(id!))).toEqual({ discogs_master: '5', wikidata: 'Q3' });
  });

  it.each<[why: string, second: Parameters<typeof resolved>[0], left: Record<string, string>]>([
    [
      'takes the link of a source that was looked in',
      [found('discogs_master', '1'), nothing('spotify')],
      { discogs_master: '1', wikidata: 'Q1' },
    ],
    [
      'keeps the link of a source that was not',
      [found('discogs_master', '1')],
      { discogs_master: '1', spotify: 's', wikidata: 'Q1' },
    ],
    [
      'keeps the link of a source that could not be asked',
      [found('discogs_master', '1'), { ...nothing('spotify'), attempted: false, reason: 'error' }],
      { discogs_master: '1', spotify: 's', wikidata: 'Q1' },
    ],
    [
      'takes what was derived from an id that is not the source’s any more',
      [found('discogs_master', '2')],
      { discogs_master: '2', spotify: 's' },
    ],
  ])('%s', async (_why, second, left) => {
    const [id] = await seed(test.db);
    const derived = found('wikidata', 'Q1', inherited('discogs_master'));
    await test.apply([resolved([found('discogs_master', '1'), found('spotify', 's'), derived])]);
    await test.apply([resolved(second)]);
    const stored = await test.read(id!);
    expect(idsOf(stored)).toEqual(left);
    expect(stored.identity).toMatchObject({
      discogs_master_id: Number(left.discogs_master),
      spotify_id: left.spotify ?? null,
      wikidata_qid: left.wikidata ?? null,
    });
  });

  it('never nulls a grain that it did not look for: release ids outlast an answer about the artist alone', async () => {
    const [id] = await seed(test.db);
    const release = [found('discogs_release', '12'), found('mb_recording', mbid(4)), found('apple_music', 'a')];
    await test.apply([resolved([...release, found('discogs_artist', '7')])]);
    await test.apply([resolved([found('discogs_artist', '7', weakly), found('mb_artist', mbid(9), weakly)])]);
    expect((await test.read(id!)).identity).toMatchObject({
      discogs_release_id: 12,
      musicbrainz_recording_mbid: mbid(4),
      apple_music_id: 'a',
      artist_ids: { discogs_artist: '7', mb_artist: mbid(9) },
      ...weakly,
    });
    await test.apply([resolved([found('discogs_release', '12')])]);
    expect((await test.read(id!)).identity).toMatchObject({ artist_ids: { discogs_artist: '7', mb_artist: mbid(9) } });
  });

  it('gives a firm artist id back with the identity, though a weaker answer brings that', async () => {
    const [id] = await seed(test.db);
    const master = found('discogs_master', '1');
    await test.apply([compilation([master, found('discogs_artist', '7')])]);
    await test.apply([resolved([master, found('discogs_artist', '8', weakly)])]);
    expect((await test.read(id!)).identity).toMatchObject({ artist_ids: { discogs_artist: '7' } });
  });

  it('takes an identity of which nothing is left, and keeps what of it was not looked for', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved([found('discogs_master', '1'), found('spotify', 's', weakly)])]);
    await test.apply([unresolved([nothing('discogs_master')])]);
    expect(await test.read(id!)).toMatchObject({ identity: { discogs_master_id: null, spotify_id: 's', ...weakly } });
    await test.apply([unresolved([nothing('discogs_master'), nothing('spotify')])]);
    expect(await test.read(id!)).toEqual({ identity: null, links: {} });
    expect((await test.history(id!)).map(({ category }) => category)).toEqual(['rerun', 'withdrawn']);
  });

  it('lets everything give way once the row is another record', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved([found('discogs_master', '1'), found('spotify', 's')])]);
    await sql`UPDATE library_attempt SET row_changed = true`.execute(test.db);
    await test.apply([resolved([found('discogs_master', '2', weakly)])]);
    expect(idsOf(await test.read(id!))).toEqual({ discogs_master: '2' });
    expect((await test.read(id!)).identity).toMatchObject({ discogs_master_id: 2, spotify_id: null, ...weakly });
  });

  it('takes the identity of what turns out a compilation, and gives it back', async () => {
    const [id] = await seed(test.db);
    const legs = [found('discogs_master', '1')];
    for (const answer of [resolved(legs), compilation(legs), resolved(legs)]) await test.apply([answer]);
    expect((await test.read(id!)).identity).toMatchObject({ discogs_master_id: 1 });
    expect((await test.history(id!)).map(({ category, identity }) => [category, identity !== null])).toEqual([
      ['withdrawn', true],
      ['rerun', false],
    ]);
  });
});
