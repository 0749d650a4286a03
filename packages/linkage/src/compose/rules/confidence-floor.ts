import { reachesFloor } from '../../model.ts';
import type { Leg, SoundLeg } from '../leg.ts';

/** Rule 6: legs without evidence or below the floor carry no verdict and fill nothing. */
export function isSound(leg: Leg): leg is SoundLeg {
  return leg.externalId !== null && leg.method !== null && leg.confidence !== null && reachesFloor(leg.confidence);
}
