import type { CheckedVerdict } from './check-verdict.ts';
import type { SourceLink } from './identity.ts';

export interface SettledLinks {
  readonly links: readonly SourceLink[];
  /** Links that were refused for a firmer one that stands. */
  readonly refused: readonly SourceLink[];
  /** Sources that were not looked in, whose link left with the one that it was derived from. Default none. */
  readonly orphaned?: ReadonlySet<string>;
}

/**
 * What a row's sources say after an answer: what was found replaces what stood, except that a firm link gives way to none of
 * less confidence; what was looked for and is gone leaves; what was not looked for stays, unless it was derived from what does
 * not. After a change of the row itself nothing that stood counts: it was said of another record.
 */
export function settleLinks(
  stored: readonly SourceLink[],
  { links, asked }: Pick<CheckedVerdict, 'links' | 'asked'>,
  rowChanged: boolean,
): SettledLinks {
  const standing = rowChanged ? [] : stored;
  const settled = new Map<string, SourceLink>();
  const refused: SourceLink[] = [];
  for (const link of standing) {
    // A person's link is laid over again from the overrides that stand, never carried along.
    if (link.method !== 'manual' && !asked.has(link.source)) settled.set(link.source, link);
  }
  for (const link of links) {
    const known = standing.find(({ source }) => source === link.source);
    // The other firm word is a person's, which no answer reaches.
    if (known?.method === 'exact_match' && link.confidence < known.confidence) {
      settled.set(link.source, known);
      refused.push(link);
    } else settled.set(link.source, link);
  }
  const orphaned = dropOrphans(settled, standing, asked);
  return { links: [...settled.values()].sort(bySource), refused, orphaned };
}

function dropOrphans(
  settled: Map<string, SourceLink>,
  standing: readonly SourceLink[],
  asked: ReadonlySet<string>,
): ReadonlySet<string> {
  // A pin is nothing that was found: what was derived from the same id is kept.
  const found = standing.filter(({ method }) => method !== 'manual');
  const known = new Map(found.map(({ source, externalId }) => [source, externalId]));
  const orphaned = new Set<string>();
  for (let before = -1; before !== orphaned.size; ) {
    before = orphaned.size;
    for (const { source, derivedFrom } of settled.values()) {
      if (derivedFrom === null || asked.has(source) || !known.has(derivedFrom)) continue;
      if (settled.get(derivedFrom)?.externalId !== known.get(derivedFrom)) orphaned.add(source);
    }
    for (const source of orphaned) settled.delete(source);
  }
  return orphaned;
}

export function bySource(a: { readonly source: string }, b: { readonly source: string }): number {
  return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
}
