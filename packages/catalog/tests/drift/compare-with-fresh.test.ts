import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedRow, compareWithFresh, isOverwritten } from '../../src/drift/compare-with-fresh.ts';
import type { CheckedVerdict } from '../../src/identity/check-verdict.ts';
import type { Identity, Override, SourceLink, StoredIdentity } from '../../src/identity/identity.ts';
import { identityColumns, sourceOfColumn } from '../../src/identity/identity-columns.ts';
import { settle } from '../../src/identity/settle.ts';
import { makeIdentity, makeLink, makeStored, makeVerdict } from './samples.ts';

const one = makeIdentity({ discogs_master_id: '1' });
const master = makeLink('discogs_master', '1');
const two = makeIdentity({ discogs_master_id: '2' });
const otherMaster = makeLink('discogs_master', '2');
const pin: Override = { source: 'discogs_master', action: 'pin', externalId: '1' };
const pinned = makeIdentity({ discogs_master_id: '1' }, { method: 'manual', confidence: 1 });
const manualLink = makeLink('discogs_master', '1', { method: 'manual', confidence: 1 });
const conflict = { source: 'mb_release', external_id: 'x', with_source: 'discogs_release', with_external_id: '7' };
const single = { ...makeStored(one, [master]), kind: 'single_artist' as const };

const rows: [string, ComparedRow, CheckedVerdict, string[]][] = [
  ['the same again', single, makeVerdict(one, [master]), ['same']],
  ['surer', single, makeVerdict({ ...one, confidence: 0.95 }, [master]), ['confidence_only']],
  ['a link is less sure', single, makeVerdict(one, [{ ...master, confidence: 0.91 }]), ['confidence_only']],
  [
    'reached another way, and surer too',
    single,
    makeVerdict({ ...one, method: 'exact_match', confidence: 1 }, [master]),
    ['method_only'],
  ],
  [
    'a contradiction came up, ids as before',
    single,
    makeVerdict({ ...one, conflicts: [{ ...conflict, reason: 'asserted' }] as Identity['conflicts'] }, [master]),
    ['method_only'],
  ],
  [
    'an id more',
    single,
    makeVerdict(makeIdentity({ discogs_master_id: '1', discogs_release_id: '7' }), [master]),
    ['id_added'],
  ],
  ['a link more', single, makeVerdict(one, [master, makeLink('wikidata', 'Q5')]), ['id_added']],
  [
    'an id of the artist more',
    single,
    makeVerdict({ ...one, artistIds: { discogs_artist: '9' } }, [master]),
    ['id_added'],
  ],
  ['another id, other things aside', single, makeVerdict(two, [otherMaster]), ['id_changed:discogs_master_id']],
  [
    'another id of the artist',
    { ...single, identity: { ...one, artistIds: { discogs_artist: '9' } } },
    makeVerdict({ ...one, artistIds: { discogs_artist: '8' } }, [master]),
    ['id_changed:discogs_artist'],
  ],
  [
    'looked for and gone',
    { ...single, links: [master, makeLink('wikidata', 'Q5')] },
    makeVerdict(one, [master], { asked: ['wikidata'] }),
    ['id_removed'],
  ],
  [
    'not looked for is not gone',
    { ...single, links: [master, makeLink('wikidata', 'Q5')] },
    makeVerdict(one, [master]),
    ['same'],
  ],
  [
    'one changed, one gone, one new: the changed one first',
    { ...single, links: [master, makeLink('wikidata', 'Q5')] },
    makeVerdict(two, [otherMaster, makeLink('spotify', 's')], { asked: ['wikidata'] }),
    ['id_changed:discogs_master_id', 'id_removed', 'id_added'],
  ],
  [
    'a weaker id than the firm one that the writer would keep: they disagree',
    { ...single, links: [{ ...master, method: 'exact_match', confidence: 1 }] },
    makeVerdict(two, [otherMaster]),
    ['id_changed:discogs_master_id'],
  ],
  [
    'nothing found where there was something',
    single,
    makeVerdict(null, [], { asked: ['discogs_master'] }),
    ['now_unresolved', 'id_removed'],
  ],
  [
    'nothing found, and nothing there',
    { ...makeStored(null, []), kind: 'unresolved' },
    makeVerdict(null, []),
    ['same'],
  ],
  [
    'found where there was nothing',
    { ...makeStored(null, []), kind: 'unresolved' },
    makeVerdict(one, [master]),
    ['kind_changed', 'id_added'],
  ],
  ['a compilation after all', single, makeVerdict(null, [master], { kind: 'compilation' }), ['kind_changed']],
  [
    'a compilation that its source takes for another',
    { ...makeStored(null, [master]), kind: 'compilation' },
    makeVerdict(null, [otherMaster], { kind: 'compilation' }),
    ['id_changed:discogs_master_id'],
  ],
  [
    'known to older systems, never answered: compared as the identity that it has',
    { ...single, kind: null },
    makeVerdict(null, [], { asked: ['discogs_master'] }),
    ['now_unresolved', 'id_removed'],
  ],
  [
    'a pin hides another id',
    { ...makeStored(pinned, [manualLink], [pin]), kind: 'single_artist' },
    makeVerdict(two, [otherMaster]),
    ['manual_shadowed'],
  ],
  [
    'a pin that the resolver agrees with hides nothing',
    { ...makeStored(pinned, [manualLink], [pin]), kind: 'single_artist' },
    makeVerdict(one, [master]),
    ['same'],
  ],
  [
    'a rejection hides the rejected id',
    { ...makeStored(null, [], [{ ...pin, action: 'reject' }]), kind: 'single_artist' },
    makeVerdict(one, [master]),
    ['manual_shadowed'],
  ],
  [
    'a rejection hides no other id',
    { ...makeStored(null, [], [{ ...pin, action: 'reject' }]), kind: 'single_artist' },
    makeVerdict(two, [otherMaster]),
    ['id_added'],
  ],
  [
    'known absent, and found',
    { ...makeStored(null, [], [{ ...pin, action: 'not_applicable', externalId: null }]), kind: 'single_artist' },
    makeVerdict(two, [otherMaster]),
    ['manual_shadowed'],
  ],
  [
    'hidden at one source, changed at another: the change first',
    {
      ...makeStored(
        { ...pinned, ids: { ...pinned.ids, spotify_id: 'a' } },
        [manualLink, makeLink('spotify', 'a')],
        [pin],
      ),
      kind: 'single_artist',
    },
    makeVerdict(makeIdentity({ discogs_master_id: '2', spotify_id: 'b' }), [otherMaster, makeLink('spotify', 'b')]),
    ['id_changed:spotify_id', 'manual_shadowed'],
  ],
];

describe('comparing with a fresh verdict', () => {
  it.each(rows)('%s', (_, stored, verdict, classes) => {
    expect(compareWithFresh(stored, verdict).classes).toEqual(classes);
  });

  it('changes neither of the two', () => {
    const before = structuredClone(single);
    compareWithFresh(single, makeVerdict(two, [otherMaster]));
    expect(single).toEqual(before);
  });

  it('finds every verdict the same as itself, and with overrides hides at most', () => {
    fc.assert(
      fc.property(verdicts, overridesArbitrary, (verdict, overrides) => {
        const plain = { ...settle(makeStored(null, []), verdict, false), overrides: [], kind: verdict.kind };
        expect(compareWithFresh(plain, verdict).classes).toEqual(['same']);
        const laidOver = { ...settle(makeStored(null, [], overrides), verdict, false), overrides, kind: verdict.kind };
        expect(['same', 'manual_shadowed']).toEqual(
          expect.arrayContaining([...compareWithFresh(laidOver, verdict).classes]),
        );
        expect(isOverwritten(laidOver)).toBe(false);
      }),
    );
  });
});

describe('overrides that a row does not show', () => {
  it.each<[string, StoredIdentity, boolean]>([
    ['a pin that stands', makeStored(pinned, [manualLink], [pin]), false],
    ['a pin written over', makeStored(two, [otherMaster], [pin]), true],
    ['a pin whose link is gone', makeStored(pinned, [], [pin]), true],
    ['the right id, but not as a person’s', makeStored(one, [master], [pin]), true],
    ['a rejection that holds', makeStored(two, [otherMaster], [{ ...pin, action: 'reject' }]), false],
    ['a rejected id that came back', makeStored(one, [master], [{ ...pin, action: 'reject' }]), true],
    [
      'an id where there is none',
      makeStored(one, [master], [{ ...pin, action: 'not_applicable', externalId: null }]),
      true,
    ],
    ['no overrides', makeStored(one, [master]), false],
  ])('%s', (_, stored, expected) => {
    expect(isOverwritten(stored)).toBe(expected);
  });
});

const sources = [...Object.values(sourceOfColumn), 'discogs_artist', 'bandcamp'];
const id = fc.constantFrom('1', '2', '3');
const link = fc.record<SourceLink>({
  source: fc.constantFrom(...sources),
  externalId: id,
  method: fc.constantFrom('exact_match', 'name_variation', 'inherited'),
  confidence: fc.constantFrom(0.7, 0.9, 1),
  derivedFrom: fc.constantFrom(null, 'discogs_master'),
  url: fc.constant(null),
});
const main = fc.record<Identity>({
  ids: fc
    .dictionary(fc.constantFrom(...identityColumns), id)
    .map((ids) => makeIdentity(ids as Partial<Identity['ids']>).ids),
  artistIds: fc.dictionary(fc.constantFrom('discogs_artist', 'bandcamp'), id),
  method: fc.constantFrom('exact_match', 'name_variation'),
  confidence: fc.constantFrom(0.9, 1),
  agreementSources: fc.constant(null),
  conflicts: fc.constant([]),
});
/** Of an answer that looked everywhere: each id of its identity is what a source said. */
const verdicts = fc
  .tuple(fc.uniqueArray(link, { selector: ({ source }) => source }), fc.option(main), fc.boolean())
  .map(([links, identity, various]) => {
    const kind = various ? 'compilation' : identity === null ? 'unresolved' : 'single_artist';
    return makeVerdict(various ? null : identity, links, { kind, asked: sources });
  });
const overridesArbitrary = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...sources), fc.constantFrom('pin', 'reject', 'not_applicable'), id)
    .map(([source, action, externalId]) => ({
      source,
      action: action as Override['action'],
      externalId: action === 'not_applicable' ? null : externalId,
    })),
  { selector: ({ source }) => source, maxLength: 3 },
);
