/** A fitted point: from this score on, this share is right. */
export type Point = readonly [score: number, share: number];

/**
 * Isotonic regression by pooling adjacent violators: the non-decreasing steps that fit best. Each step of fewer than `least`
 * cases is pooled with the next, so that a lucky handful does not become a certainty.
 */
export function fitIsotonic(
  cases: readonly { readonly score: number; readonly right: boolean }[],
  least: number,
): Point[] {
  const blocks: { from: number; sum: number; right: number; count: number }[] = [];
  for (const { score, right } of cases.toSorted((a, b) => a.score - b.score)) {
    blocks.push({ from: score, sum: score, right: Number(right), count: 1 });
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      const isViolated = before.right / before.count >= last.right / last.count;
      if (!isViolated && before.count >= least) break;
      blocks.splice(-2, 2, {
        from: before.from,
        sum: before.sum + last.sum,
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  return blocks.map(({ sum, right, count }) => [round(sum / count), round(right / count)]);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
