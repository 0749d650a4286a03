import type { Identity, Override, SourceLink } from './identity.ts';
import { identityColumns, isArtistSource, sourceOfColumn } from './identity-columns.ts';
import { withoutSources } from './identity-of-links.ts';
import { bySource } from './settle-links.ts';

interface Overlaid {
  readonly identity: Identity | null;
  readonly links: readonly SourceLink[];
}

/**
 * Lays what people decided over what sources say. A pin makes the whole identity `manual` at 1.00, beyond what any source can
 * change; ids of other sources stay. What is rejected, overruled or known absent leaves, with everything that was derived from it, and an
 * identity that rested on it falls back to its weakest link that is left.
 */
export function overlayOverrides({ identity, links }: Overlaid, overrides: readonly Override[]): Overlaid {
  if (overrides.length === 0) return { identity, links };
  const gone = listGone({ identity, links }, overrides);
  const pins = overrides.filter(({ action }) => action === 'pin');
  const pinned = new Map(pins.map(({ source, externalId }) => [source, externalId as string]));
  const kept = links.filter(({ source }) => !gone.has(source) && !pinned.has(source));
  const manual = [...pinned].map(
    ([source, externalId]): SourceLink => ({
      source,
      externalId,
      method: 'manual',
      confidence: 1,
      derivedFrom: null,
      url: null,
    }),
  );
  const left =
    identity === null || gone.size === 0 ? identity : withoutSources(identity, (source) => gone.has(source), kept);
  return { identity: pinned.size > 0 ? pin(left, pinned) : left, links: [...kept, ...manual].sort(bySource) };
}

/** Sources whose id a person took away or overruled, and those whose link was found through one of them. */
function listGone({ identity, links }: Overlaid, overrides: readonly Override[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { source, action, externalId } of overrides) {
    const standing = idsOf(source, { identity, links });
    const rejects = action === 'reject' && (externalId === null || standing.includes(externalId));
    const overrules = action === 'pin' && standing.some((id) => id !== externalId);
    if (action === 'not_applicable' || rejects || overrules) gone.add(source);
  }
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { source, derivedFrom } of links) if (derivedFrom !== null && gone.has(derivedFrom)) gone.add(source);
  }
  return gone;
}

/** What stands of a source: its link's id, and that of the composed identity, which need not have a link. */
function idsOf(source: string, { identity, links }: Overlaid): string[] {
  const column = identityColumns.find((each) => sourceOfColumn[each] === source);
  const composed = column === undefined ? identity?.artistIds[source] : identity?.ids[column];
  const linked = links.find((link) => link.source === source)?.externalId;
  return [composed, linked].filter((id) => id !== null && id !== undefined);
}

function pin(identity: Identity | null, pinned: ReadonlyMap<string, string>): Identity {
  const ids = Object.fromEntries(
    identityColumns.map((column) => [column, pinned.get(sourceOfColumn[column]) ?? identity?.ids[column] ?? null]),
  ) as Identity['ids'];
  const artistPins = [...pinned].filter(([source]) => isArtistSource(source));
  return {
    ids,
    artistIds: { ...identity?.artistIds, ...Object.fromEntries(artistPins) },
    method: 'manual',
    confidence: 1,
    agreementSources: null,
    conflicts: identity?.conflicts ?? [],
  };
}
