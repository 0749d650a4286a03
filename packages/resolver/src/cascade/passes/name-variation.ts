import type { Pass } from '../pass.ts';

/** A spelling of the same artist: the source's own variations, credits as printed, sort names, headings equal but for punctuation. */
export const nameVariation: Pass = {
  method: 'name_variation',
  accepts: ({ role }) => role === 'preferred' || role === 'variation' || role === 'credit' || role === 'sort_name',
};
