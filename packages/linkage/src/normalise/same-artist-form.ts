import { identityForm } from './identity-form.ts';
import { matchForm } from './match-form.ts';

/** The closest form in which two names of one key agree. */
export type ArtistFormAgreement = 'match' | 'identity' | 'key';

/** The forms of one name, to compare with others of the same key. */
export interface ArtistForms {
  compare(other: string): ArtistFormAgreement;
}

/** Each form of the name is made once, when it is first needed. */
export function artistFormsOf(name: string): ArtistForms {
  let match: string | null = null;
  let identity: string | null = null;
  const agreement = (other: string): ArtistFormAgreement => {
    if (other === name) return 'match';
    match ??= matchForm(name);
    const otherMatch = matchForm(other);
    if (otherMatch === match) return 'match';
    identity ??= identityForm(name);
    return identity !== '' && identity === identityForm(other) ? 'identity' : 'key';
  };
  // Namesakes come one after the other.
  let last: { readonly other: string; readonly agreement: ArtistFormAgreement } | null = null;
  return {
    compare: (other) => {
      if (last === null || last.other !== other) last = { other, agreement: agreement(other) };
      return last.agreement;
    },
  };
}
