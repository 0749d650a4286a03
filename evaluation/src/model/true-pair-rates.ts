import type { BulkResolveResult } from '@deadwax/contract/schemas';

export interface PassCounts {
  readonly artist: Map<string, number>;
  readonly title: Map<string, number>;
  readonly version: Map<string, number>;
}

export function emptyCounts(): PassCounts {
  return { artist: new Map(), title: new Map(), version: new Map() };
}

/** Notes at which levels the right album of an explained result was reached; nothing where it was not considered. */
export function countTruePair(
  counts: PassCounts,
  result: BulkResolveResult,
  isRight: (source: string, id: string) => boolean,
): void {
  for (const { albums } of result.explanation?.families ?? []) {
    const album = albums.find(({ source, external_id: id }) => isRight(source, id));
    if (!album) continue;
    for (const { comparison, level } of album.comparisons) {
      const counted =
        comparison === 'artist' || comparison === 'title' || comparison === 'version' ? counts[comparison] : null;
      counted?.set(level, (counted.get(level) ?? 0) + 1);
    }
  }
}

/** Shares by level, the mean of two kinds of data, so that neither the clean nor the degraded rows set them alone. */
export function meanShares(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  levels: readonly string[],
): Record<string, number> {
  const share = (counts: ReadonlyMap<string, number>, level: string) => {
    const total = levels.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
    return ((counts.get(level) ?? 0) + 0.5) / (total + levels.length / 2);
  };
  return Object.fromEntries(
    levels.map((level) => [level, Number(((share(one, level) + share(other, level)) / 2).toPrecision(3))]),
  );
}
