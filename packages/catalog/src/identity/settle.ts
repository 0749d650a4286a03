import type { CheckedVerdict } from './check-verdict.ts';
import type { Identity, SourceLink, StoredIdentity } from './identity.ts';
import { identityOfLinks } from './identity-of-links.ts';
import { overlayOverrides } from './overlay-overrides.ts';
import { settleIdentity } from './settle-identity.ts';
import { settleLinks } from './settle-links.ts';

/** What is to be stored of a row. */
export interface Settled {
  readonly identity: Identity | null;
  readonly links: readonly SourceLink[];
  /** Links of the answer that were refused for firmer ones. */
  readonly refused: readonly SourceLink[];
}

/** The one way from an answer to what is stored: sources settled, the composed identity settled, overrides laid on top. */
export function settle(stored: StoredIdentity, verdict: CheckedVerdict, rowChanged: boolean): Settled {
  const settled = settleLinks(stored.links, verdict, rowChanged);
  const identity = settleIdentity(rowChanged ? null : stored.identity, verdict, settled);
  return { ...overlayOverrides({ identity, links: settled.links }, stored.overrides), refused: settled.refused };
}

/** The same for a row that the resolver never answered: only what people and older systems said. */
export function settleUnanswered({ links, overrides }: StoredIdentity): Settled {
  const left = links.filter(({ method }) => method !== 'manual');
  return { ...overlayOverrides({ identity: identityOfLinks(left), links: left }, overrides), refused: [] };
}
