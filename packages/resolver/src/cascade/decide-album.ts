import { compareKeys } from '@deadwax/linkage/compare/compare-keys';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { leastLead } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { type AlbumCandidate, reachesFloor } from './album-candidate.ts';
import type { Asked } from './find-albums.ts';
import { breakTie } from './neighbourhood.ts';

export interface AlbumDecision {
  /** The album, null where none reaches the floor or the lead over the next is too small. */
  readonly album: AlbumCandidate | null;
  /** The album's other appearances: under a second artist of its credit, or entered twice. */
  readonly same: readonly AlbumCandidate[];
  /** Different albums too close to tell apart, the best first; empty unless the choice stayed open. */
  readonly open: readonly AlbumCandidate[];
}

/** Chooses among the candidates, given by falling odds: the first, if it reaches the floor and leads by enough. */
export function decideAlbum(candidates: readonly AlbumCandidate[], { query: { input }, index }: Asked): AlbumDecision {
  const [best, ...rest] = candidates;
  if (!best || !reachesFloor(best)) return { album: null, same: [], open: [] };
  const near = rest.filter(({ odds }) => best.odds - odds < leastLead);
  const same = near.filter((each) => isSameAlbum(best, each, index));
  const rivals = near.filter((each) => !same.includes(each));
  if (rivals.length === 0) return { album: best, same, open: [] };
  const favoured = breakTie(
    [best, ...near].flatMap(({ artist }) => artist?.artist ?? []),
    input,
    index,
  );
  const left = [best, ...near].filter(({ artist }) => artist?.artist === favoured);
  const [first, ...others] = left;
  if (favoured !== null && first && others.every((each) => isSameAlbum(first, each, index)))
    return { album: first, same: others, open: [] };
  return { album: null, same: [], open: [best, ...near] };
}

/** Whether two candidates are one album: one group, one release, or (where no group says so) entries alike in artist and title. */
function isSameAlbum(a: AlbumCandidate, b: AlbumCandidate, index: MatchIndex): boolean {
  if (a.group !== null && a.group === b.group) return true;
  if (a.releases.some((release) => b.releases.includes(release))) return true;
  if (a.group !== null && b.group !== null) return false;
  if (a.artist === null || b.artist === null) return a.artist === b.artist && a.title === b.title;
  const [one, other] = [a.artist.artist, b.artist.artist];
  // Artists known only as printed have no identity that could differ.
  if (one !== other && !index.isPlaceholder(one) && !index.isPlaceholder(other)) return false;
  return (
    isClose(index.titleKeys.text(a.title), index.titleKeys.text(b.title)) &&
    isClose(artistKey(index.artistName(one)), artistKey(index.artistName(other)))
  );
}

function isClose(a: string, b: string): boolean {
  const { level } = compareKeys(a, b);
  return level !== 'different' && level !== 'near' && level !== 'overlapping';
}
