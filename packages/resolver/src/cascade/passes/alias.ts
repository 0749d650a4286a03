import type { Pass } from '../pass.ts';

/** The name of another identity that the source links to this one. */
export const alias: Pass = { method: 'alias_match', accepts: ({ role }) => role === 'alias' };
