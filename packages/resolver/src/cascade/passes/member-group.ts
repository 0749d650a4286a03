import type { Pass } from '../pass.ts';

/** The name of a member leading to the group, or of a group leading to a member. */
export const memberGroup: Pass = {
  method: 'member_group',
  accepts: ({ role }) => role === 'member' || role === 'group',
};
