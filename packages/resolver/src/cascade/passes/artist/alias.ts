import type { ArtistPass } from './artist-pass.ts';

/** The name of another identity that the source links to this one. */
export const alias: ArtistPass = {
  name: 'alias',
  method: 'alias_match',
  accepts: ({ role, level, rewriting }) => level === 'equal' && rewriting !== 'part' && role === 'alias',
};
