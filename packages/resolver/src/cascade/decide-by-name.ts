import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { Asked } from './find-albums.ts';
import { breakTie, countNeighbours } from './neighbourhood.ts';
import { isOwnName } from './passes/artist/artist-pass.ts';
import type { RankedArtist } from './rank-artists.ts';

export interface NameDecision {
  readonly link: RankedArtist | null;
  /** More than one that nothing tells apart. */
  readonly open: readonly RankedArtist[];
}

const none: NameDecision = { link: null, open: [] };
const WORLD = 1_000_000;
const RARE = 0.05;
/** So few namesakes that nothing but the name is needed. */
const UNIQUE = 1e-5;
/** In fewer names than this, how often a word occurs says little. */
const FEWEST_NAMES = 50_000;
/** Least lead of a like name over the next. */
const LEAD = 0.05;

/**
 * Chooses an artist where no album speaks. Every name of the artist itself counts alike, so that another artist's variation
 * of the same spelling keeps the choice open; relatives and like names count only where the row names no album either.
 */
export function decideByName(
  equal: readonly RankedArtist[],
  like: () => readonly RankedArtist[],
  asked: Asked,
): NameDecision {
  const artists = equal.filter(({ artist }) => asked.index.isMatchable(artist));
  const own = artists.filter(({ pass }) => pass.method === 'exact_match' || pass.method === 'name_variation');
  const whole = own.filter(({ pass }) => pass.name !== 'split_credit');
  const decision = choose(whole);
  if (decision.link) {
    const doubles = like().filter(
      ({ artist, evidence }) => asked.index.isMatchable(artist) && isOwnName(evidence) && isDouble(evidence),
    );
    if (doubles.length > 0) return { link: null, open: [decision.link, ...doubles] };
    return canSpeak(decision.link, asked) ? decision : none;
  }
  const favoured = breakTie(
    whole.map(({ artist }) => artist),
    asked.query.input,
    asked.index,
  );
  if (favoured !== null) return choose(whole.filter(({ artist }) => artist === favoured));
  if (whole.length > 0 || own.length > 0 || asked.query.titles.length > 0) return decision;
  if (artists.length > 0) return choose(artists.filter(({ pass }) => pass === artists[0]?.pass));
  return decideByLikeness(like(), asked);
}

/** Null of many: the only one is the link, several stay open. */
export function choose(artists: readonly RankedArtist[]): NameDecision {
  const [only] = artists;
  return artists.length === 1 && only ? { link: only, open: [] } : { link: null, open: artists };
}

/**
 * Whether a name may link by itself. A source that lists variations would list the others who go by it; elsewhere the name must
 * be one that no two artists are likely to share. A number in the heading says that there are others.
 */
function canSpeak({ artist, evidence }: RankedArtist, asked: Asked): boolean {
  const { index, query, size } = asked;
  if (countNeighbours(artist, query.input, index) > 0) return true;
  const heading = index.artistName(artist);
  const isNumbered = /\(\d+\)$/.test(heading) && evidence.text.trim() !== query.input.artist_name.trim();
  if (isNumbered && (query.titles.length > 0 || !size.listsVariations)) return false;
  if (
    query.titles.length > 0 &&
    !sharesLabel(artist, query.input, index) &&
    expectedNamesakes(evidence.typed, asked) > UNIQUE
  )
    return false;
  const isSure = size.listsVariations && query.titles.length === 0;
  return isSure || isDistinctive(evidence.typed, asked);
}

/** A label the row names, and none of the artist's records bears, speaks for a namesake. */
function sharesLabel(artist: number, { label }: BulkResolveInput, index: MatchIndex): boolean {
  if (!label || index.releaseCount(artist) === 0) return true;
  return (
    countNeighbours(
      artist,
      { library_id: 0, artist_name: '', album_title: '', neighbours: { labels: [label] } },
      index,
    ) > 0
  );
}

/** A name that differs so little that a typist may have meant it. */
function isDouble({ level, typed }: RankedArtist['evidence']): boolean {
  return level === 'loose' || (level === 'one_edit' && typed.length >= 6);
}

/** Whether fewer than one in twenty names like this would have a namesake in a world of a million names. */
function isDistinctive(key: string, asked: Asked): boolean {
  if (key.length < 6) return false;
  const words = longWords(key);
  if (words.length < 2) return key === words[0] && asked.index.artistKeys.frequencyOf(key) <= 1;
  return expectedNamesakes(key, asked) <= RARE;
}

/** Names like this that chance makes in a world of a million, by how common its words are. */
function expectedNamesakes(key: string, { index }: Asked): number {
  const names = Math.max(index.artistKeys.length, FEWEST_NAMES);
  return longWords(key).reduce(
    (product, word) => (product * Math.max(1, index.artistKeys.frequencyOf(word))) / names,
    WORLD,
  );
}

function longWords(key: string): string[] {
  return key.split(' ').filter((word) => word.length > 1 || !/^[a-z0-9]$/.test(word));
}

function decideByLikeness(like: readonly RankedArtist[], { index }: Asked): NameDecision {
  const near = like
    .filter(
      ({ artist, evidence }) =>
        index.isMatchable(artist) && isOwnName(evidence) && isAlikeEnough(evidence.typed, evidence),
    )
    .toSorted((a, b) => b.evidence.similarity - a.evidence.similarity || a.artist - b.artist);
  const [best, next] = near;
  if (!best) return none;
  if (next && best.evidence.similarity - next.evidence.similarity < LEAD) return { link: null, open: near };
  return { link: best, open: [] };
}

/** As many words, and the same initials: `s robinson` is no `d robinson`, `johnson` no `jj johnson`. */
function isBuiltAlike(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  const initials = (words: readonly string[]) => words.filter((word) => word.length <= 2).join(' ');
  return left.length === right.length && initials(left) === initials(right);
}

/** The shorter a name, the closer it must be. */
function isAlikeEnough(typed: string, { text, level, similarity }: RankedArtist['evidence']): boolean {
  const length = Math.max(typed.length, artistKey(text).length);
  if (level === 'contained' || level === 'near' || level === 'overlapping' || length <= 3) return false;
  if (level === 'loose' || level === 'lost_letters' || level === 'reordered')
    return length >= 5 && !/(?<![^ ])[a-z](?![^ ])/.test(typed);
  if (length <= 5 || !isBuiltAlike(typed, artistKey(text))) return false;
  return similarity >= (length <= 9 ? 0.88 : 0.85);
}
