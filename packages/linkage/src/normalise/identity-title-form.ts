import { identityForm } from './identity-form.ts';

/** The same for titles: there a trailing bracket is mostly a tag ("live", "ep"), and a leading article goes too. */
export function identityTitleForm(title: string): string {
  return identityForm(title);
}
