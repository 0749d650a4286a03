/**
 * What became of one labelled case. Answerable: `correct`, `wrong`, `ambiguous` (rivals listed) or `missed`. With no
 * right answer in the reference: `abstained` (unresolved or ambiguous) or `linked`, which is as bad as wrong.
 */
export type Judgement = 'correct' | 'wrong' | 'ambiguous' | 'missed' | 'abstained' | 'linked';

export interface Outcome {
  /** Which evaluation: `harness`, `albums`, `artists-with-variations`, … */
  readonly set: string;
  /** Scenario, origin or other kind by which the figures are broken down. */
  readonly group: string;
  /** What was done to the strings, where that is known. */
  readonly degradation: string | null;
  readonly answerable: boolean;
  readonly judgement: Judgement;
  /** Method and confidence of the answer that was judged; null without one. */
  readonly method: string | null;
  readonly confidence: number | null;
  /** `artist | title → answer, truth`: enough to look at the case by eye. */
  readonly note: string;
}
