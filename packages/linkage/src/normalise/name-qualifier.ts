import { matchForm } from './match-form.ts';
import { findTrailingGroup } from './trailing-group.ts';

export interface QualifiedName {
  /** The match form without its trailing groups. */
  readonly base: string;
  /** The groups in order, each in round brackets: `(us)`, `(2)`. Two differing qualifiers speak against one artist. */
  readonly qualifier: string | null;
}

/** Parts a name from every balanced bracket that ends it: "Bill Evans (living)", "X [US] (2)". `(Smog)` stays whole. */
export function nameQualifier(name: string): QualifiedName {
  let base = matchForm(name);
  const groups: string[] = [];
  for (let group = findTrailingGroup(base); group !== null; group = findTrailingGroup(base)) {
    base = group.stem;
    const content = group.content.trim();
    if (content !== '') groups.unshift(`(${content})`);
  }
  return { base, qualifier: groups.length === 0 ? null : groups.join('') };
}
