import { identityForm } from './identity-form.ts';
import { artistKey } from './keys.ts';
import { matchForm } from './match-form.ts';

export type ArtistFormAgreement = 'match' | 'identity' | 'key' | 'different';

/** How closely two artist names are spelled alike, closest first. A name that holds nothing is like no other. */
export function sameArtistForm(a: string, b: string): ArtistFormAgreement {
  const match = matchForm(a);
  if (match !== '' && (a === b || match === matchForm(b))) return 'match';
  const identity = identityForm(a);
  if (identity !== '' && identity === identityForm(b)) return 'identity';
  const key = artistKey(a);
  return key !== '' && key === artistKey(b) ? 'key' : 'different';
}
