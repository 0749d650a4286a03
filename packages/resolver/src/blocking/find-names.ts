import { compareKeys } from '@deadwax/linkage/compare/compare-keys';
import { isAscii } from '@deadwax/linkage/normalise/ascii';
import { artistFormsOf } from '@deadwax/linkage/normalise/same-artist-form';
import type { ArtistVariant } from '@deadwax/linkage/variants/artist-variants';
import { withoutSlippedArticle } from '@deadwax/linkage/variants/slipped-article';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { NameEvidence } from './evidence.ts';
import type { Places } from './look-up.ts';
import type { Query } from './query.ts';

const MOST_SIMILAR = 60;

/** Names equal to a spelling of the row's artist. */
export function findEqualNames({ artists }: Query, places: Places, index: MatchIndex): NameEvidence[] {
  const found: NameEvidence[] = [];
  for (let at = 0; at < artists.length; at += 1) {
    const place = places.artists[at] as number;
    if (place < 0) continue;
    const { rewriting, key, text: typed } = artists[at] as ArtistVariant;
    const names = index.namesUnder(place);
    const forms = artistFormsOf(typed);
    for (const { artist, role, text } of names)
      found.push({
        artist,
        role,
        text,
        form: forms.compare(text),
        rewriting,
        typed: key,
        level: 'equal',
        similarity: 1,
      });
  }
  return found;
}

/** Names equal without spaces and in Latin letters, those already equal left out. */
export function findLooseNames(query: Query, index: MatchIndex): NameEvidence[] {
  const equal = new Set(query.artists.map(({ key }) => key));
  return searched(query).flatMap(({ rewriting, key }) =>
    index.artistKeys
      .findLoose(key)
      .filter((place) => !equal.has(index.artistKeys.text(place)) && mayBeLoose(key, index.artistKeys.text(place)))
      .flatMap((place) => namesUnder(place, { rewriting, typed: key, level: 'loose', similarity: 0.98 }, index)),
  );
}

/** Few Latin letters stand for too many names of another script: `dom` is no `дом`. */
function mayBeLoose(key: string, other: string): boolean {
  return isAscii(key) === isAscii(other) || compareKeys(key, other).level === 'loose';
}

/** Names a slip or two from a spelling of the row's artist, be it a slip in the article that keys do not have. */
export function findNearNames(query: Query, index: MatchIndex): NameEvidence[] {
  const straight = searched(query).filter(({ rewriting }) => rewriting !== 'inverted');
  const near = findLikeNames(spellings(query, straight), (key) => index.artistKeys.findNear(key, MOST_SIMILAR), index);
  const [typed] = query.artists;
  if (typed === undefined) return near;
  const slipped = withoutSlippedArticle(typed.key).flatMap((key) => {
    const place = index.artistKeys.find(key);
    return place < 0 ? [] : namesUnder(place, { ...slippedArticle(typed.key), rewriting: 'as_typed' }, index);
  });
  return [...slipped, ...near];
}

/** The same for the row's artist turned round: `Marley, Bbo` and `Marley Bbo`. */
export function findTurnedNames(query: Query, index: MatchIndex): NameEvidence[] {
  const turned = searched(query).filter(({ rewriting }) => rewriting === 'inverted');
  return findLikeNames(turned, (key) => index.artistKeys.findNear(key, MOST_SIMILAR), index);
}

/** How a name is like a key that says its article with a slip. */
export function slippedArticle(typed: string): Pick<NameEvidence, 'typed' | 'level' | 'similarity'> {
  return { typed, level: 'one_edit', similarity: 1 - 1 / typed.length };
}

/** Names that are like a spelling of the row's artist, letter by letter or word by word. */
export function findSimilarNames(query: Query, index: MatchIndex): NameEvidence[] {
  return findLikeNames(
    spellings(query, searched(query)),
    (key) => index.artistKeys.findSimilar(key, MOST_SIMILAR),
    index,
  );
}

type Spelling = Pick<ArtistVariant, 'rewriting' | 'key'>;

/** These, after the one in which lost letters are marked. */
function spellings({ lost }: Query, known: readonly Spelling[]): readonly Spelling[] {
  return lost.artist === null ? known : [{ rewriting: 'as_typed', key: lost.artist }, ...known];
}

function findLikeNames(
  wanted: readonly Spelling[],
  search: (key: string) => readonly number[],
  index: MatchIndex,
): NameEvidence[] {
  const found = new Map<number, NameEvidence[]>();
  for (const { rewriting, key } of wanted) {
    for (const place of search(key)) {
      if (found.has(place)) continue;
      const { level, similarity } = compareKeys(key, index.artistKeys.text(place));
      if (level === 'different' || level === 'equal' || level === 'loose') continue;
      found.set(place, namesUnder(place, { rewriting, typed: key, level, similarity }, index));
    }
  }
  return [...found.values()].flat();
}

/** The spellings worth a search by likeness: a part of a credit is too little to be like. */
export function searched({ artists }: Query): readonly ArtistVariant[] {
  const whole = artists.filter(({ rewriting }) => rewriting !== 'part' && rewriting !== 'rejoined');
  return whole.filter(({ rewriting, text }) => rewriting !== 'inverted' || text.includes(' ')).slice(0, 3);
}

function namesUnder(
  place: number,
  { rewriting, typed, level, similarity }: Pick<NameEvidence, 'rewriting' | 'typed' | 'level' | 'similarity'>,
  index: MatchIndex,
): NameEvidence[] {
  return index
    .namesUnder(place)
    .map(({ artist, role, text }) => ({ artist, role, text, form: 'none', rewriting, typed, level, similarity }));
}
