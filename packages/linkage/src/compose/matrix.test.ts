import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { makeLeg, priority, relateBy } from './make-leg.ts';
import { basicRows } from './matrix-rows.ts';
import { furtherRows } from './matrix-rows-conflicts.ts';

describe('compose', () => {
  it.each([...basicRows, ...furtherRows])(
    '$id: $why',
    ({ legs, relations = {}, method, confidence, agreement, main }) => {
      const composition = compose({ legs, relate: relateBy(relations), priority, anchorFamily: 'discogs' });
      expect(composition.verdict?.method ?? null).toBe(method);
      expect(composition.verdict?.confidence ?? null).toBe(confidence);
      expect(composition.verdict?.agreementSources ?? null).toEqual(agreement);
      if (main) expect(composition.mainLegs.map(({ source }) => source)).toEqual(main);
    },
  );

  it('names both sides of a contradiction', () => {
    const legs = [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'name_variation', 0.92)];
    const { conflicts, legs: kept } = compose({ legs, relate: () => 'contradicts', priority, anchorFamily: 'discogs' });
    expect(conflicts).toEqual([
      {
        source: 'mb_artist',
        externalId: 'mb_artist-1',
        withSource: 'discogs_artist',
        withExternalId: 'discogs_artist-1',
        reason: 'cross_reference_contradicts',
      },
    ]);
    expect(kept).toHaveLength(2);
  });

  it('does not call an agreement within one family cross-source where two are asked for', () => {
    const legs = [makeLeg('discogs_release', 'exact_match'), makeLeg('discogs_artist', 'exact_match')];
    const { verdict } = compose({
      legs,
      relate: () => 'supports',
      priority,
      anchorFamily: 'discogs',
      minimumFamilies: 2,
    });
    expect(verdict?.method).toBe('exact_match');
  });
});
