import { inheritedConfidence } from '@deadwax/linkage/model';
import type { EntitySource } from '@deadwax/sources/authority';
import type { SourceLeg } from '../cascade/leg.ts';
import { areComparable } from './comparable-grains.ts';
import type { RememberedLinks } from './remember-links.ts';

interface Linked {
  readonly entities: ReadonlyMap<string, EntitySource>;
  readonly links: RememberedLinks;
}

interface Derived {
  readonly id: string;
  readonly node: number;
  readonly parent: SourceLeg;
}

/**
 * Fills sources that found nothing by name with what the links of the found ones lead to. Such an id says whence it came
 * and has no vote. Where links lead to different ids, none is taken.
 */
export function followLinks(
  legs: readonly SourceLeg[],
  trusted: readonly SourceLeg[],
  { entities, links }: Linked,
): SourceLeg[] {
  const settled = legs.filter(isSettled).map(({ source }) => source);
  const targets = new Map<string, Derived[]>();
  for (const parent of trusted) {
    if (parent.externalId === null || parent.derivedFrom !== null) continue;
    for (const link of links.linksOf(parent)) {
      if (link.ended || settled.includes(link.source)) continue;
      const entity = entities.get(link.source);
      if (!entity || !areComparable(entity.grain, parent.grain) || !entity.pattern.test(link.id)) continue;
      const known = targets.get(link.source);
      if (known) known.push({ id: link.id, node: link.node, parent });
      else targets.set(link.source, [{ id: link.id, node: link.node, parent }]);
    }
  }
  const filled = legs.map((leg) => (isSettled(leg) ? leg : (derive(leg, targets.get(leg.source)) ?? leg)));
  if (targets.size === 0) return filled;
  const known = new Set(legs.map(({ source }) => source));
  const added = [...targets].flatMap(([source, derived]) => {
    const entity = entities.get(source);
    if (known.has(source) || !entity) return [];
    const empty = {
      source,
      family: entity.family,
      grain: entity.grain,
      externalId: null,
      node: null,
      method: null,
      confidence: null,
      derivedFrom: null,
      attempted: true,
      reason: 'ambiguous',
      candidateCount: new Set(derived.map(({ id }) => id)).size,
    } as const;
    return [derive(empty, derived) ?? empty];
  });
  return [...filled, ...added];
}

/** Nothing that links say is taken for it: it has its id, or stayed open between several. */
function isSettled({ externalId, reason }: SourceLeg): boolean {
  return externalId !== null || reason === 'ambiguous';
}

function derive(leg: SourceLeg, derived: readonly Derived[] | undefined): SourceLeg | null {
  const [first] = derived ?? [];
  if (!first || !derived?.every(({ id }) => id === first.id)) return null;
  return {
    ...leg,
    externalId: first.id,
    node: first.node,
    method: 'inherited',
    confidence: inheritedConfidence(first.parent.confidence ?? 0),
    derivedFrom: first.parent.source,
    attempted: true,
    reason: null,
    candidateCount: 1,
  };
}
