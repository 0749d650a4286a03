import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { lowerBound } from '@deadwax/snapshot/index/packed-offsets';

/** A title borne by more is as common as one borne by so many. */
const MOST_COUNTED = 5000;
/** Titles borne by more than this are asked for again and again: they are counted once. */
const COMMON = 24;
const MOST_KNOWN = 20_000;

/** By family, then by title. */
type Counts = Map<string, Map<number, number>>;
const known = new WeakMap<MatchIndex, Counts>();

/** Releases of a family under a title that are not of this album: neither its own nor others of its group. */
export function countOthers(
  title: number,
  { group, own }: { group: number | null; own: readonly number[] },
  index: MatchIndex,
): number {
  const [first] = own;
  if (first === undefined) return 0;
  const { family } = index.releaseSource(first);
  const titled = index.releasesTitled(title);
  if (titled.length <= COMMON) return countOneByOne(titled, { group, own, family }, index);
  const end = Math.min(titled.length, MOST_COUNTED);
  const members = group === null ? own : new Set([...own, group, ...index.pressingsOf(group)]);
  let count = countAll(title, family, index);
  for (const member of members) {
    const place = lowerBound(titled, member);
    if (place < end && titled[place] === member && index.releaseSource(member).family === family) count -= 1;
  }
  return count;
}

function countOneByOne(
  titled: Uint32Array,
  { group, own, family }: { group: number | null; own: readonly number[]; family: string },
  index: MatchIndex,
): number {
  let count = 0;
  for (const release of titled) {
    if (own.includes(release) || index.releaseSource(release).family !== family) continue;
    if (group === null || (release !== group && index.groupOf(release) !== group)) count += 1;
  }
  return count;
}

function countAll(title: number, family: string, index: MatchIndex): number {
  const counts = countsOf(family, index);
  const before = counts.get(title);
  if (before !== undefined) return before;
  if (counts.size >= MOST_KNOWN) counts.clear();
  const count = index.countTitled(title, family, MOST_COUNTED);
  counts.set(title, count);
  return count;
}

function countsOf(family: string, index: MatchIndex): Map<number, number> {
  let families = known.get(index);
  if (families === undefined) {
    families = new Map();
    known.set(index, families);
  }
  let counts = families.get(family);
  if (counts === undefined) {
    counts = new Map();
    families.set(family, counts);
  }
  return counts;
}
