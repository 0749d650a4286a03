import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Method } from '../model.ts';
import { compose } from './compose.ts';
import type { Leg, Relation } from './leg.ts';
import { makeLeg, priority } from './make-leg.ts';

const sources = [
  'discogs_release',
  'discogs_artist',
  'mb_artist',
  'mb_release_group',
  'wikidata',
  'spotify',
  'apple_music',
];
const automatic: readonly Method[] = ['exact_match', 'name_variation', 'member_group', 'alias_match', 'trigram'];

const legs = fc
  .uniqueArray(fc.record({ source: fc.constantFrom(...sources), method: fc.constantFrom(...automatic) }), {
    selector: ({ source }) => source,
    minLength: 1,
  })
  .map((drawn) => drawn.map(({ source, method }) => makeLeg(source, method)));
const relations = fc.array(fc.constantFrom<Relation>('supports', 'contradicts', 'silent'), {
  minLength: 49,
  maxLength: 49,
});

function relateFrom(drawn: readonly Relation[]): (a: Leg, b: Leg) => Relation {
  return (a, b) => {
    const [i, j] = [sources.indexOf(a.source), sources.indexOf(b.source)].toSorted((x, y) => x - y);
    return drawn[(i ?? 0) * 7 + (j ?? 0)] ?? 'silent';
  };
}

const composeBy = (members: readonly Leg[], relate: (a: Leg, b: Leg) => Relation) =>
  compose({ legs: members, relate, priority, anchorFamily: 'discogs' });

describe('composition', () => {
  it('does not depend on the order of the legs', () => {
    fc.assert(
      fc.property(
        legs.chain((members) =>
          fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
        ),
        relations,
        ([members, shuffled], drawn) => {
          expect(composeBy(shuffled, relateFrom(drawn))).toEqual(composeBy(members, relateFrom(drawn)));
        },
      ),
    );
  });

  it('is not lowered, once agreed, by a leg that nothing relates to it', () => {
    fc.assert(
      fc.property(legs, relations, fc.constantFrom(...automatic), (members, drawn, method) => {
        const before = composeBy(members, relateFrom(drawn)).verdict;
        fc.pre(before?.method === 'cross_source_agreement');
        const unrelated = makeLeg('bandcamp', method);
        const relate = (a: Leg, b: Leg) => (a === unrelated || b === unrelated ? 'silent' : relateFrom(drawn)(a, b));
        expect(composeBy([...members, unrelated], relate).verdict?.confidence).toBeGreaterThanOrEqual(
          before.confidence,
        );
      }),
    );
  });

  it('is never raised by a leg that contradicts the others', () => {
    fc.assert(
      fc.property(legs, relations, fc.constantFrom(...automatic), (members, drawn, method) => {
        const before = composeBy(members, relateFrom(drawn)).verdict;
        const contrary = makeLeg('bandcamp', method);
        const relate = (a: Leg, b: Leg) => (a === contrary || b === contrary ? 'contradicts' : relateFrom(drawn)(a, b));
        expect(composeBy([...members, contrary], relate).verdict?.confidence).toBeLessThanOrEqual(
          before?.confidence ?? 0,
        );
      }),
    );
  });

  it('loses its boost with its only link', () => {
    const members = [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'alias_match')];
    expect(composeBy(members, () => 'supports').verdict?.method).toBe('cross_source_agreement');
    expect(composeBy(members, () => 'silent').verdict).toEqual({
      method: 'alias_match',
      confidence: 0.8,
      agreementSources: null,
    });
  });
});
