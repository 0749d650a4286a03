import { isDeepStrictEqual } from 'node:util';
import type { Identity, SourceLink } from './identity.ts';

/** What differs between what is stored of a row and what is to be. */
export interface IdentityChange {
  readonly identityChanged: boolean;
  /** Links to be written, new or different. */
  readonly written: readonly SourceLink[];
  /** Links that are the same as before. */
  readonly same: readonly SourceLink[];
  /** Sources whose link leaves. */
  readonly gone: readonly string[];
}

interface State {
  readonly identity: Identity | null;
  readonly links: readonly SourceLink[];
}

export function compareIdentity(before: State, after: State): IdentityChange {
  const known = new Map(before.links.map((link) => [link.source, link]));
  const isSame = (link: SourceLink) => isDeepStrictEqual(known.get(link.source), link);
  const present = new Set(after.links.map(({ source }) => source));
  return {
    identityChanged: !isDeepStrictEqual(before.identity, after.identity),
    written: after.links.filter((link) => !isSame(link)),
    same: after.links.filter(isSame),
    gone: [...known.keys()].filter((source) => !present.has(source)),
  };
}

export function isChanged({ identityChanged, written, gone }: IdentityChange): boolean {
  return identityChanged || written.length > 0 || gone.length > 0;
}
