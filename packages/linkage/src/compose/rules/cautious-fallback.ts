import type { SoundLeg, Verdict } from '../leg.ts';

/**
 * Rule 4: without agreement a verdict is as good as its weakest leg; of equals the first in priority order.
 * A leg that only followed another's link adds no observation: it counts only where nothing else is left.
 */
export function applyCautiousFallback(legs: readonly SoundLeg[]): Verdict | null {
  const own = legs.filter(({ derivedFrom }) => derivedFrom === null);
  const [first, ...rest] = own.length > 0 ? own : legs;
  if (!first) return null;
  const weakest = rest.reduce((least, leg) => (leg.confidence < least.confidence ? leg : least), first);
  return { method: weakest.method, confidence: weakest.confidence, agreementSources: null };
}
