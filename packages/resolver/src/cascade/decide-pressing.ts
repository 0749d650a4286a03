import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { AlbumCandidate } from './album-candidate.ts';
import type { AlbumDecision } from './decide-album.ts';
import { singleOut } from './pressing-hints.ts';

export interface PressingDecision {
  /** One pressing of the album: the one the row's hints single out, else a representative. */
  readonly pressing: number | null;
  /** It is the one on the shelf, not only a representative. */
  readonly certain: boolean;
}

/** Chooses a pressing of the album that was found: by the row's hints, else main release, earliest year, lowest id. */
export function decidePressing(
  { album, same }: AlbumDecision,
  input: BulkResolveInput,
  index: MatchIndex,
): PressingDecision {
  if (album === null) return { pressing: null, certain: false };
  const { releases, certain } = singleOut(pressingsOf(album, same, index), input, index);
  return { pressing: representative(releases, index), certain };
}

/** Ascending. */
function pressingsOf(album: AlbumCandidate, same: readonly AlbumCandidate[], index: MatchIndex): readonly number[] {
  if (album.group === null && same.length === 0) return album.releases;
  const pressings: number[] = [];
  if (album.group !== null) for (const pressing of index.pressingsOf(album.group)) pressings.push(pressing);
  else
    for (const { releases } of [album, ...same])
      pressings.push(...releases.filter((each) => !pressings.includes(each)));
  return album.group === null ? pressings.sort((a, b) => a - b) : pressings;
}

/** Main release, else earliest year, else lowest id. */
export function representative(releases: readonly number[], index: MatchIndex): number | null {
  const order = (a: number, b: number) =>
    Number(index.isMainPressing(b)) - Number(index.isMainPressing(a)) ||
    (index.releaseYear(a) ?? 9999) - (index.releaseYear(b) ?? 9999) ||
    compareIds(index.releaseId(a), index.releaseId(b));
  let first: number | null = null;
  for (const release of releases) if (first === null || order(release, first) < 0) first = release;
  return first;
}

function compareIds(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y;
  return a < b ? -1 : 1;
}
