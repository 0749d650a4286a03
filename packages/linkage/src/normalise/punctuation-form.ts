import { identityForm } from './identity-form.ts';
import { collapseSpaces } from './spaces.ts';

const PUNCTUATION = /[^\p{L}\p{N}\p{White_Space}]+/gu;

/** The identity form with each run of punctuation as one space. Empty for `!!!`: see `ladderForm`. */
export function punctuationForm(name: string): string {
  return collapseSpaces(identityForm(name).replace(PUNCTUATION, ' '));
}
