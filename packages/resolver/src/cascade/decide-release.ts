import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { matchForm } from '@deadwax/linkage/normalise/match-form';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { singleOut } from './pressing-hints.ts';

export interface ReleaseDecision {
  /** The album: a group, null when the album has none or stays open. */
  readonly group: number | null;
  /** One pressing of it. */
  readonly pressing: number | null;
  /** The pressing is the one on the shelf, not only a representative. */
  readonly pressingCertain: boolean;
  readonly ambiguous: readonly number[];
  readonly considered: number;
}

const nothing: ReleaseDecision = { group: null, pressing: null, pressingCertain: false, ambiguous: [], considered: 0 };

/**
 * Chooses the album among releases of one artist that bear the title, then a pressing of it: the one the row's hints
 * single out, else a representative (main release, earliest year, lowest id).
 */
export function decideRelease(
  releases: readonly number[],
  input: BulkResolveInput,
  index: MatchIndex,
): ReleaseDecision {
  if (releases.length === 0) return nothing;
  const wanted = matchForm(input.album_title);
  const spelled = releases.filter((release) =>
    [index.releaseTitle(release), ...index.otherTitles(release)].some((title) => matchForm(title) === wanted),
  );
  const titled = spelled.length > 0 ? spelled : releases;
  const groups = new Set<number>();
  const loose: number[] = [];
  for (const release of titled) {
    const group = index.isPressing(release) ? index.groupOf(release) : release;
    if (group === null) loose.push(release);
    else groups.add(group);
  }
  if (groups.size === 0) return decideLoose(loose, input, index);
  return decideGroup(
    [...groups].toSorted((a, b) => a - b),
    { input, index, considered: groups.size + loose.length },
  );
}

function decideLoose(loose: readonly number[], input: BulkResolveInput, index: MatchIndex): ReleaseDecision {
  const { releases, certain } = singleOut(loose, input, index);
  return {
    group: null,
    pressing: representative(releases, index),
    pressingCertain: certain,
    ambiguous: [],
    considered: loose.length,
  };
}

function decideGroup(
  groups: readonly number[],
  { input, index, considered }: { input: BulkResolveInput; index: MatchIndex; considered: number },
): ReleaseDecision {
  const pressings = groups.flatMap((group) => [...index.pressingsOf(group)]);
  const { releases, certain } = singleOut(pressings, input, index);
  const left =
    releases.length < pressings.length
      ? new Set(releases.map((release) => index.groupOf(release) as number))
      : new Set(groups);
  const [group] = left;
  if (left.size !== 1 || group === undefined)
    return { ...nothing, ambiguous: [...left].toSorted((a, b) => a - b), considered };
  const within = releases.filter((release) => index.groupOf(release) === group);
  return { group, pressing: representative(within, index), pressingCertain: certain, ambiguous: [], considered };
}

/** Main release, else earliest year, else lowest id. */
export function representative(releases: readonly number[], index: MatchIndex): number | null {
  const order = (a: number, b: number) =>
    Number(index.isMainPressing(b)) - Number(index.isMainPressing(a)) ||
    (index.releaseYear(a) ?? 9999) - (index.releaseYear(b) ?? 9999) ||
    compareIds(index.releaseId(a), index.releaseId(b));
  return releases.toSorted(order)[0] ?? null;
}

function compareIds(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y;
  return a < b ? -1 : 1;
}
