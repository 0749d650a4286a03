import { connectedComponents } from './components.ts';
import type { Conflict, Leg, Relation, SoundLeg, Verdict } from './leg.ts';
import { createIndependence } from './lineage.ts';
import { applyAgreementBoost } from './rules/agreement-boost.ts';
import { applyCautiousFallback } from './rules/cautious-fallback.ts';
import { isSound } from './rules/confidence-floor.ts';
import { isVoter } from './rules/inherited-never-corroborates.ts';
import { applyManualFloor } from './rules/manual-floor.ts';

export interface CompositionInput<L extends Leg = Leg> {
  readonly legs: readonly L[];
  /** Whether an asserted cross-reference joins, parts or leaves open the two ids. Must be symmetric. */
  readonly relate: (a: L, b: L) => Relation;
  /** Position of a source in the fixed order; smaller comes first. */
  readonly priority: (source: string) => number;
  /** Family whose best leg anchors the agreement; null = the largest component. */
  readonly anchorFamily: string | null;
  /** Families an agreement must span. Default 1; 2 where legs of one family hold together by construction. */
  readonly minimumFamilies?: number;
}

export interface Composition<L extends Leg = Leg> {
  /** Null when no leg is sound: the record is unresolved. */
  readonly verdict: Verdict | null;
  readonly conflicts: readonly Conflict[];
  /** Sound legs in priority order. */
  readonly legs: readonly (L & SoundLeg)[];
  /** Sound legs that may fill `main`: the contradicted ones left out. */
  readonly mainLegs: readonly (L & SoundLeg)[];
}

/** Composes one identity from the legs of one record (rules 1 to 6). Permuting the legs changes nothing. */
export function compose<L extends Leg>(input: CompositionInput<L>): Composition<L> {
  const legs = soundLegs(input);
  const { conflicts, contradicted } = findConflicts(legs, input.relate);
  return {
    verdict: decideVerdict(legs, conflicts, input),
    conflicts,
    legs,
    mainLegs: legs.filter((leg) => !contradicted.has(leg)),
  };
}

/** The same `mainLegs`, and nothing else. */
export function composeMainLegs<L extends Leg>(
  input: Pick<CompositionInput<L>, 'legs' | 'priority' | 'relate'>,
): readonly (L & SoundLeg)[] {
  const legs = soundLegs(input);
  const { contradicted } = findConflicts(legs, input.relate);
  return legs.filter((leg) => !contradicted.has(leg));
}

/** The legs that may carry a verdict, in priority order. */
function soundLegs<L extends Leg>(input: Pick<CompositionInput<L>, 'legs' | 'priority'>): (L & SoundLeg)[] {
  const order = (a: L, b: L) =>
    input.priority(a.source) - input.priority(b.source) ||
    compareTexts(a.source, b.source) ||
    compareTexts(a.externalId ?? '', b.externalId ?? '');
  const absent = input.legs
    .filter(({ method, externalId }) => method === 'manual' && externalId === null)
    .map(({ source }) => source);
  return input.legs.filter((leg): leg is L & SoundLeg => isSound(leg) && !absent.includes(leg.source)).sort(order);
}

function decideVerdict<L extends Leg>(
  legs: readonly (L & SoundLeg)[],
  conflicts: readonly Conflict[],
  input: CompositionInput<L>,
): Verdict | null {
  const manual = applyManualFloor(legs);
  if (manual) return manual;
  const agreeing = agreeingLegs(legs, input);
  const disputed = new Set(conflicts.flatMap(({ source, withSource }) => [source, withSource]));
  if (!agreeing.some(({ source }) => disputed.has(source))) {
    const boost = applyAgreementBoost(agreeing);
    if (boost) return boost;
  }
  return applyCautiousFallback(legs);
}

/** The voters joined by verified, independent support to the anchor, or to each other where there is no anchor. */
function agreeingLegs<L extends Leg>(
  legs: readonly (L & SoundLeg)[],
  { relate, anchorFamily, minimumFamilies = 1 }: CompositionInput<L>,
): (L & SoundLeg)[] {
  const voters = legs.filter(isVoter);
  if (countFamilies(voters) < minimumFamilies) return [];
  const independent = createIndependence(voters, relate);
  const components = connectedComponents(voters, (a, b) => relate(a, b) === 'supports' && independent(a, b));
  const anchor = voters
    .filter(({ family }) => family === anchorFamily)
    .reduce<(L & SoundLeg) | null>(
      (best, leg) => (best === null || leg.confidence > best.confidence ? leg : best),
      null,
    );
  const chosen = anchor
    ? components.find((component) => component.includes(anchor))
    : components.toSorted((a, b) => b.length - a.length)[0];
  return chosen && countFamilies(chosen) >= minimumFamilies ? chosen : [];
}

function countFamilies(legs: readonly Leg[]): number {
  return new Set(legs.map(({ family }) => family)).size;
}

function findConflicts<L extends SoundLeg>(
  legs: readonly L[],
  relate: (a: L, b: L) => Relation,
): { conflicts: Conflict[]; contradicted: Set<L> } {
  const conflicts: Conflict[] = [];
  const contradicted = new Set<L>();
  for (let place = 0; place < legs.length; place += 1) {
    const a = legs[place] as L;
    for (let next = place + 1; next < legs.length; next += 1) {
      const b = legs[next] as L;
      if (relate(a, b) !== 'contradicts') continue;
      const [stronger, weaker] = isStronger(b, a) ? [b, a] : [a, b];
      contradicted.add(weaker);
      conflicts.push({
        source: weaker.source,
        externalId: weaker.externalId,
        withSource: stronger.source,
        withExternalId: stronger.externalId,
        reason: 'cross_reference_contradicts',
      });
    }
  }
  return { conflicts, contradicted };
}

/** Manual beats automatic, found beats derived, then confidence; of equals the first in priority order. */
function isStronger(b: SoundLeg, a: SoundLeg): boolean {
  const rank = (leg: SoundLeg) => (leg.method === 'manual' ? 4 : leg.derivedFrom === null ? 2 : 0) + leg.confidence;
  return rank(b) > rank(a);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
