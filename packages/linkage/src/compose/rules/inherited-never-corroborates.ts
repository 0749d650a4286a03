import type { SoundLeg } from '../leg.ts';

/** Rule 3: an inherited leg repeats another's observation, so it has no vote in an agreement. */
export function isVoter(leg: SoundLeg): boolean {
  return leg.method !== 'inherited';
}
