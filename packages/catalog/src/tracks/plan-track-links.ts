import type { BulkResolveResult, TrackIdentity } from '@deadwax/contract/schemas';

/** A credit of the library, as it is stored. */
export interface StoredCredit {
  readonly id: number;
  readonly libraryId: number;
  readonly artistName: string;
  readonly trackTitle: string | null;
  readonly trackPosition: string | null;
  readonly trackArtistId: number | null;
  readonly confidence: number | null;
  readonly method: string | null;
}

/** What is to be stored of a credit. */
export interface TrackLink {
  readonly id: number;
  readonly artistId: number | null;
  readonly confidence: number | null;
  /** Null leaves the position that is there. */
  readonly position: string | null;
}

/** What an answer says of one credit, all entries on it taken together. */
export interface ResolvedCredit {
  readonly key: string;
  readonly libraryId: number;
  readonly resolvedName: string;
  readonly confidence: number | null;
  /** The only position that is offered; null where none is, or several are. */
  readonly position: string | null;
}

export interface ReadTracks {
  readonly credits: readonly ResolvedCredit[];
  readonly badConfidences: number;
  readonly badPositions: number;
}

/** How links of the resolver are told from those of people. */
export const RESOLVER_METHOD = 'lml_backfill';
export const LIBRARIAN_METHOD = 'librarian';

const LONGEST_POSITION = 20;

/** Names a credit as the library does: nothing else of it is the same on both sides. */
export function formatCreditKey(libraryId: number, artistName: string, trackTitle: string | null): string {
  return JSON.stringify([libraryId, artistName, trackTitle]);
}

/**
 * Reads what a page says of the tracks of compilations. Tracks that were looked at in vain are left out, their positions too. Of
 * several entries on a credit the last one tells who it is.
 */
export function readTracks(verdicts: readonly BulkResolveResult[]): ReadTracks {
  const byKey = new Map<string, { entry: TrackIdentity; libraryId: number; positions: Set<string> }>();
  const faults = { badConfidences: 0, badPositions: 0 };
  for (const { kind, library_id: libraryId, tracks } of verdicts) {
    if (kind !== 'compilation') continue;
    // Tracks that are there were gone through, whatever `tracks_attempted` says.
    for (const entry of tracks ?? []) {
      if (entry.resolved_artist_name === null || !isStorable(entry.resolved_artist_name)) continue;
      const key = formatCreditKey(libraryId, entry.artist_name, entry.track_title);
      const positions = byKey.get(key)?.positions ?? new Set();
      const position = readPosition(entry.track_position);
      if (position === 'bad') faults.badPositions += 1;
      else if (position !== null) positions.add(position);
      byKey.set(key, { entry, libraryId, positions });
    }
  }
  const credits = [...byKey].map(([key, { entry, libraryId, positions }]): ResolvedCredit => {
    const confidence = isShare(entry.confidence) ? entry.confidence : null;
    if (confidence === null && entry.confidence !== null) faults.badConfidences += 1;
    const [position = null, ...others] = positions;
    const resolvedName = entry.resolved_artist_name as string;
    return { key, libraryId, resolvedName, confidence, position: others.length === 0 ? position : null };
  });
  return { credits, ...faults };
}

/** What is to be written of a credit that the library has; null where it stands so already, or a person linked it. */
export function planTrackLink(
  stored: StoredCredit,
  { confidence, position }: Pick<ResolvedCredit, 'confidence' | 'position'>,
  artistId: number | null,
): TrackLink | null {
  if (stored.method === LIBRARIAN_METHOD) return null;
  const offered = stored.trackPosition === null ? position : null;
  const stands =
    stored.method === RESOLVER_METHOD &&
    stored.trackArtistId === artistId &&
    roundToStored(stored.confidence) === roundToStored(confidence) &&
    offered === null;
  return stands ? null : { id: stored.id, artistId, confidence, position: offered };
}

/** The column holds 32 bits: 0.9 comes back as another number than it went. */
function roundToStored(confidence: number | null): number | null {
  return confidence === null ? null : Math.fround(confidence);
}

function isShare(confidence: number | null): confidence is number {
  return confidence !== null && confidence >= 0 && confidence <= 1;
}

function readPosition(position: string | null): string | null | 'bad' {
  if (position === null || position === '') return null;
  return [...position].length <= LONGEST_POSITION && isStorable(position) ? position : 'bad';
}

/** The database refuses these texts, and with them the whole page. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
