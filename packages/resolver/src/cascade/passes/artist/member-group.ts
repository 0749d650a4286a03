import type { ArtistPass } from './artist-pass.ts';

/** The name of a member leading to the group, or of a group leading to a member. */
export const memberGroup: ArtistPass = {
  name: 'member_group',
  method: 'member_group',
  accepts: ({ role, level, rewriting }) =>
    level === 'equal' && rewriting !== 'part' && (role === 'member' || role === 'group'),
};
