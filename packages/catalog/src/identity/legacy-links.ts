import type { SourceLink } from './identity.ts';
import type { LockedRow } from './read-stored.ts';

/** Marks what came from the station's older systems, so that it can be told apart and taken back. */
export const LEGACY_NOTES = 'backfill:S1';

/** Sources whose link is the older systems' word. */
export function legacySourcesOf({ rawLinks }: Pick<LockedRow, 'rawLinks'>): ReadonlySet<string> {
  return new Set(rawLinks.filter(({ notes }) => notes === LEGACY_NOTES).map(({ source }) => source as string));
}

/** The links as an answer finds them: the older systems' word is firm against nothing that the resolver says of the source itself. */
export function yieldLegacyLinks(
  row: Pick<LockedRow, 'links' | 'rawLinks'>,
  asked: ReadonlySet<string>,
): readonly SourceLink[] {
  const legacy = legacySourcesOf(row);
  if (legacy.size === 0) return row.links;
  return row.links.map((link) =>
    legacy.has(link.source) && asked.has(link.source) ? { ...link, confidence: 0 } : link,
  );
}
