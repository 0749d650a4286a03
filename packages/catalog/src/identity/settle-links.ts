import type { CheckedVerdict } from './check-verdict.ts';
import type { SourceLink } from './identity.ts';

/** Methods whose link gives way to nothing weaker. */
const FIRM = new Set(['exact_match', 'manual']);

export interface SettledLinks {
  readonly links: readonly SourceLink[];
  /** Links that were refused for a firmer one that stands. */
  readonly refused: readonly SourceLink[];
}

/**
 * What a row's sources say after an answer: what was found replaces what stood, except that a firm link gives way to none of
 * less confidence; what was looked for and is gone leaves; what was not looked for stays. After a change of the row itself
 * nothing that stood is firm: it was said of another record.
 */
export function settleLinks(
  standing: readonly SourceLink[],
  { links, asked }: Pick<CheckedVerdict, 'links' | 'asked'>,
  rowChanged: boolean,
): SettledLinks {
  const settled = new Map<string, SourceLink>();
  const refused: SourceLink[] = [];
  for (const link of standing) {
    // A person's link is laid over again from the overrides that stand, never carried along.
    if (link.method !== 'manual' && !asked.has(link.source)) settled.set(link.source, link);
  }
  for (const link of links) {
    const known = standing.find(({ source }) => source === link.source);
    const isFirm = known !== undefined && FIRM.has(known.method) && known.method !== 'manual' && !rowChanged;
    if (isFirm && link.confidence < known.confidence) {
      settled.set(link.source, known);
      refused.push(link);
    } else settled.set(link.source, link);
  }
  return { links: [...settled.values()].sort(bySource), refused };
}

export function bySource(a: { readonly source: string }, b: { readonly source: string }): number {
  return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
}
