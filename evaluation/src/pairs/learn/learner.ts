export interface Example {
  /** Values between -1 and 1, in the same order for all examples of a set. */
  readonly values: readonly number[];
  readonly isMatch: boolean;
}

/** Match probability of a row of values. */
export type Scorer = (values: readonly number[]) => number;

export interface Learner {
  readonly name: string;
  /** The same examples always give the same scorer. */
  train(examples: readonly Example[]): Scorer;
}

export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
