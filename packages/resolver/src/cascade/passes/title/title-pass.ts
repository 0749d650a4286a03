import type { TitleEvidence } from '../../../blocking/evidence.ts';
import type { Pass } from '../../pass.ts';

/** Evidence of a title once it is known whether it is spelled as the row has it. */
export interface SpelledTitle extends TitleEvidence {
  readonly spelledSame: boolean;
}

export type TitlePass = Pass<SpelledTitle>;

/** A pass for equal titles reached by one rewriting. */
export function asTyped({ level, rewriting }: TitleEvidence): boolean {
  return level === 'equal' && (rewriting === 'as_typed' || rewriting === 'repaired');
}
