import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';

/**
 * How many of the library's other titles (and labels) of this artist a candidate has too. Breaks a tie between artists of one
 * name, and is no more than that: what one typist filed together is no second source.
 */
export function countNeighbours(artist: number, { neighbours }: BulkResolveInput, index: MatchIndex): number {
  const titles = new Set((neighbours?.titles ?? []).map((title) => index.findTitle(titleKey(title))));
  const labels = new Set((neighbours?.labels ?? []).map((label) => artistKey(label)));
  if (titles.size === 0 && labels.size === 0) return 0;
  const known = index.titlesOf(artist);
  const shared = known.filter((title) => titles.has(title)).length;
  if (labels.size === 0) return shared;
  const printed = new Set(
    known
      .slice(0, MOST_READ)
      .flatMap((title) => index.releasesOf(artist, title))
      .flatMap((release) => index.labelsOf(release).map(({ name }) => artistKey(name))),
  );
  return shared + [...labels].filter((label) => printed.has(label)).length;
}

const MOST_READ = 300;

/** The one with most of the library's neighbourhood; null where none has any, or two have as much. */
export function breakTie(artists: readonly number[], input: BulkResolveInput, index: MatchIndex): number | null {
  if (!input.neighbours) return null;
  const counted = [...new Set(artists)]
    .map((artist) => ({ artist, count: countNeighbours(artist, input, index) }))
    .sort((a, b) => b.count - a.count || a.artist - b.artist);
  const [best, next] = counted;
  if (!best || best.count === 0 || (next && next.count === best.count)) return null;
  return best.artist;
}
