import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { FamilyAnswer } from './resolve-family.ts';

/**
 * Takes back artists linked by their name alone where another family knows several of the name: a family that knows one need not
 * know the right one.
 */
export function withdrawNamesakes(answers: readonly FamilyAnswer[], index: MatchIndex): readonly FamilyAnswer[] {
  const isShared = answers.some(({ equal }) => countNamesakes(equal, index) > 1);
  if (!isShared) return answers;
  return answers.map((answer) =>
    answer.byName
      ? {
          ...answer,
          legs: answer.legs.map((leg) =>
            leg.grain === 'artist' && leg.externalId !== null
              ? { ...leg, externalId: null, method: null, confidence: null, reason: 'below_floor' as const }
              : leg,
          ),
        }
      : answer,
  );
}

function countNamesakes(artists: FamilyAnswer['equal'], index: MatchIndex): number {
  const own = artists.filter(
    ({ artist, pass }) =>
      index.isMatchable(artist) &&
      (pass.method === 'exact_match' || pass.method === 'name_variation') &&
      pass.name !== 'split_credit',
  );
  return own.length;
}
