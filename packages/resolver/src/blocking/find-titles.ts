import { compareKeys, textLevels } from '@deadwax/linkage/compare/compare-keys';
import { withoutEdition } from '@deadwax/linkage/variants/edition-suffix';
import type { TitleVariant } from '@deadwax/linkage/variants/title-variants';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { TitleEvidence } from './evidence.ts';
import type { Places } from './look-up.ts';
import type { Query } from './query.ts';

/** Above this many titles only the surest spellings are compared with each. */
const MANY = 200;
const MOST = 4000;
const KEPT = 5;

/** Titles equal to a spelling of the row's, whoever's they are. */
export function findEqualTitles({ titles }: Query, places: Places): TitleEvidence[] {
  const found: TitleEvidence[] = [];
  for (let at = 0; at < titles.length; at += 1) {
    const title = places.titles[at] as number;
    const { rewriting } = titles[at] as TitleVariant;
    if (title >= 0) found.push({ title, rewriting, level: 'equal' });
  }
  return found;
}

/** An artist's titles that are like the row's, the likest first; those that are equal are left out. */
export function findLikeTitles(artist: number, query: Query, index: MatchIndex): TitleEvidence[] {
  const places = index.titlesOf(artist).slice(0, MOST);
  const spellings = spellingsOf(query, places.length > MANY);
  return places
    .flatMap((title): TitleEvidence[] => {
      const best = likest(spellings, index.titleKeys.text(title));
      return best === null ? [] : [{ title, ...best }];
    })
    .sort((a, b) => rank(a) - rank(b) || a.title - b.title)
    .slice(0, KEPT);
}

/** Titles of anyone that are like the row's: for records without an artist to look under. */
export function findSimilarTitles(query: Query, index: MatchIndex): TitleEvidence[] {
  const spellings = spellingsOf(query, true);
  const places = new Set(spellings.flatMap(({ key }) => index.titleKeys.findSimilar(key, 50)));
  for (const { key } of spellings) for (const place of index.titleKeys.findLoose(key)) places.add(place);
  return [...places]
    .flatMap((title): TitleEvidence[] => {
      const best = likest(spellings, index.titleKeys.text(title));
      return best === null ? [] : [{ title, ...best }];
    })
    .sort((a, b) => rank(a) - rank(b) || a.title - b.title);
}

function spellingsOf({ titles, lost }: Query, few: boolean): TitleVariant[] {
  const known = titles.filter(({ rewriting }) => !few || rewriting === 'as_typed' || rewriting === 'without_edition');
  const marked: TitleVariant[] = lost.title === null ? [] : [{ rewriting: 'as_typed', key: lost.title }];
  return [...marked, ...known];
}

function likest(spellings: readonly TitleVariant[], key: string): Omit<TitleEvidence, 'title'> | null {
  let best: Omit<TitleEvidence, 'title'> | null = null;
  const plain = withoutEdition(key) ?? key;
  for (const { rewriting, key: wanted } of spellings) {
    if (wanted === key) continue;
    const bare = withoutEdition(wanted) ?? wanted;
    if (bare === plain) return { rewriting: 'without_edition', level: 'equal' };
    const seen = { rewriting, level: compareKeys(bare, plain).level };
    if (seen.level !== 'different' && (best === null || rank(seen) < rank(best))) best = seen;
  }
  return best;
}

function rank({ level }: Pick<TitleEvidence, 'level'>): number {
  return textLevels.indexOf(level);
}
