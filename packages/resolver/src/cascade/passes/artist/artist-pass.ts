import type { NameEvidence } from '../../../blocking/evidence.ts';
import type { Pass } from '../../pass.ts';

export type ArtistPass = Pass<NameEvidence>;

/** Equal as the row has it, once damaged letters are put right. */
export function asTyped({ rewriting, level }: NameEvidence): boolean {
  return level === 'equal' && (rewriting === 'as_typed' || rewriting === 'repaired');
}

/** A name of the artist itself, not of someone related. */
export function isOwnName({ role }: NameEvidence): boolean {
  return role === 'preferred' || role === 'variation' || role === 'credit' || role === 'sort_name';
}
