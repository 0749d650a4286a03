export interface CalibrationBin {
  readonly count: number;
  /** Means over the bin. */
  readonly confidence: number;
  readonly right: number;
}

const BINS = 15;

/** Answers in bins of equal size by confidence; answers of one confidence share a bin. */
export function binByConfidence(
  answers: readonly { readonly confidence: number; readonly right: boolean }[],
): CalibrationBin[] {
  const sorted = answers.toSorted((a, b) => a.confidence - b.confidence);
  const size = Math.max(1, Math.ceil(sorted.length / BINS));
  const bins: CalibrationBin[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = Math.min(sorted.length, start + size);
    while (end < sorted.length && sorted[end]?.confidence === sorted[end - 1]?.confidence) end += 1;
    const members = sorted.slice(start, end);
    const mean = (of: (each: (typeof members)[number]) => number) =>
      members.reduce((sum, each) => sum + of(each), 0) / members.length;
    bins.push({
      count: members.length,
      confidence: mean(({ confidence }) => confidence),
      right: mean(({ right }) => Number(right)),
    });
    start = end;
  }
  return bins;
}

/** Expected calibration error: the mean gap between confidence and share right, each bin by its size. Null of no answers. */
export function calibrationError(
  answers: readonly { readonly confidence: number; readonly right: boolean }[],
): number | null {
  if (answers.length === 0) return null;
  return binByConfidence(answers).reduce(
    (sum, { count, confidence, right }) => sum + (count / answers.length) * Math.abs(confidence - right),
    0,
  );
}
