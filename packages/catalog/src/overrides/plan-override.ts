import type { OverrideInput } from './check-override.ts';

type Decided = Pick<OverrideInput, 'action' | 'externalId'>;

export interface Standing extends Decided {
  readonly overrideId: number;
}

/** What a new override does to those that stand on the same source of the same row. */
export type OverridePlan =
  | { readonly outcome: 'unchanged'; readonly standing: number }
  | { readonly outcome: 'made'; readonly revokes: readonly number[] };

export function planOverride(standing: readonly Standing[], made: Decided): OverridePlan {
  const same = standing.find((each) => isSameDecision(each, made));
  if (same !== undefined) return { outcome: 'unchanged', standing: same.overrideId };
  return {
    outcome: 'made',
    revokes: standing.filter((each) => contradicts(each, made)).map(({ overrideId }) => overrideId),
  };
}

export function isSameDecision(one: Decided, other: Decided): boolean {
  return one.action === other.action && one.externalId === other.externalId;
}

/**
 * | one                | other                  | contradict |
 * |---|---|---|
 * | pin 5              | pin 6                  | yes        |
 * | pin 5              | known absent           | yes        |
 * | pin 5              | reject 5               | yes        |
 * | pin 5              | reject 6, reject any   | no         |
 * | reject 5           | reject 6, known absent | no         |
 */
export function contradicts(one: Decided, other: Decided): boolean {
  if (isSameDecision(one, other)) return false;
  const pin = [one, other].find(({ action }) => action === 'pin');
  if (pin === undefined) return false;
  const against = pin === one ? other : one;
  return against.action !== 'reject' || against.externalId === pin.externalId;
}
