import type { Leg, Relation } from './leg.ts';

type Relate<L extends Leg> = (a: L, b: L) => Relation;

/** The source at the head of a leg's derivation: its own when it was found by itself. */
function originOf(leg: Leg, bySource: ReadonlyMap<string, Leg>): string {
  const seen = new Set<string>();
  let at: Leg = leg;
  while (at.derivedFrom !== null && !seen.has(at.source)) {
    seen.add(at.source);
    const parent = bySource.get(at.derivedFrom);
    if (!parent) return at.derivedFrom;
    at = parent;
  }
  return at.source;
}

/**
 * Tells whether two legs are separate observations. Legs of one derivation are not, until a leg from outside it confirms
 * the derived one: then the derived id stands on evidence of its own.
 */
export function createIndependence<L extends Leg>(legs: readonly L[], relate: Relate<L>): (a: L, b: L) => boolean {
  if (legs.every(({ derivedFrom }) => derivedFrom === null)) return () => true;
  const bySource = new Map(legs.map((leg) => [leg.source, leg]));
  const origin = new Map(legs.map((leg) => [leg, originOf(leg, bySource)]));
  const confirmed = new Set(
    legs.filter(
      (leg) =>
        leg.derivedFrom !== null &&
        legs.some(
          (other) =>
            other.derivedFrom === null && origin.get(other) !== origin.get(leg) && relate(leg, other) === 'supports',
        ),
    ),
  );
  const standsAlone = (leg: L) => leg.derivedFrom === null || confirmed.has(leg);
  return (a, b) => origin.get(a) !== origin.get(b) || (standsAlone(a) && standsAlone(b));
}
