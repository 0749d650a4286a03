import { type ArtistPass, asTyped } from './artist-pass.ts';

/** The heading itself, equal in match or identity form. */
export const exact: ArtistPass = {
  name: 'exact',
  method: 'exact_match',
  accepts: (name) => asTyped(name) && name.role === 'preferred' && name.form !== 'key',
};
