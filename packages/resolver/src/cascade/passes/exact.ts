import type { Pass } from '../pass.ts';

/** The heading itself, equal in match or identity form. */
export const exact: Pass = {
  method: 'exact_match',
  accepts: ({ role, form }) => role === 'preferred' && form !== 'key',
};
