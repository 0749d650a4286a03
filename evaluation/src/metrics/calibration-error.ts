export interface CalibrationBin {
  readonly count: number;
  /** Means over the bin. */
  readonly confidence: number;
  readonly right: number;
}

const BINS = 15;

interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

/** Answers in bins of equal size by confidence. Equals are never parted: where they fill a bin alone, it is theirs. */
export function binByConfidence(answers: readonly Answer[]): CalibrationBin[] {
  const size = Math.max(1, Math.ceil(answers.length / BINS));
  const equals = [...Map.groupBy(answers, ({ confidence }) => confidence)].sort(([a], [b]) => a - b);
  const bins: Answer[][] = [];
  let open: Answer[] = [];
  const close = () => {
    if (open.length > 0) bins.push(open);
    open = [];
  };
  for (const [, members] of equals) {
    if (members.length >= size) close();
    open = [...open, ...members];
    if (open.length >= size) close();
  }
  close();
  return bins.map(summarise);
}

function summarise(members: readonly Answer[]): CalibrationBin {
  const mean = (of: (each: Answer) => number) => members.reduce((sum, each) => sum + of(each), 0) / members.length;
  return {
    count: members.length,
    confidence: mean(({ confidence }) => confidence),
    right: mean(({ right }) => Number(right)),
  };
}

/** Expected calibration error: the mean gap between confidence and share right, each bin by its size. Null of no answers. */
export function calibrationError(answers: readonly Answer[]): number | null {
  if (answers.length === 0) return null;
  return binByConfidence(answers).reduce(
    (sum, { count, confidence, right }) => sum + (count / answers.length) * Math.abs(confidence - right),
    0,
  );
}
