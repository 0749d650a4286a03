import type { Method } from '@deadwax/linkage/model';

/** One matching pass: which evidence it accepts, and the method it gives. The first pass of its list that accepts counts. */
export interface Pass<Evidence> {
  /** Level by which the model weighs it. */
  readonly name: string;
  readonly method: Method;
  accepts(evidence: Evidence): boolean;
}
