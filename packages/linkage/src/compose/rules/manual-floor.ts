import type { SoundLeg, Verdict } from '../leg.ts';

/** Rule 1: what a person said is 1.00, and nothing automatic lowers or replaces it. */
export function applyManualFloor(legs: readonly SoundLeg[]): Verdict | null {
  return legs.some(({ method }) => method === 'manual')
    ? { method: 'manual', confidence: 1, agreementSources: null }
    : null;
}
