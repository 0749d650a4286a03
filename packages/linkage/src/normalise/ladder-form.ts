import { identityForm } from './identity-form.ts';
import { punctuationForm } from './punctuation-form.ts';

export interface LadderForm {
  readonly form: string;
  /** True when no form of the name holds anything and the name stands as it was given. */
  readonly fallback: boolean;
}

/** The first of punctuation form, identity form and the name itself that is not empty. */
export function ladderForm(name: string): LadderForm {
  const form = punctuationForm(name) || identityForm(name);
  return form === '' ? { form: name, fallback: true } : { form, fallback: false };
}
