import { compareKeys, type TextLevel, textLevels } from '@deadwax/linkage/compare/compare-keys';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import type { ArtistRewriting } from '@deadwax/linkage/variants/artist-variants';
import { withoutSlippedArticle } from '@deadwax/linkage/variants/slipped-article';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { NameEvidence, TitleEvidence } from './evidence.ts';
import { searched, slippedArticle } from './find-names.ts';
import type { Query } from './query.ts';

/** A title borne by more releases than this leads nowhere by itself. */
const COMMON_TITLE = 2000;
/** Releases whose artists are looked through before names are searched for: so few cost less than a search. */
const FEW_RELEASES = 48;

/** Artists credited on releases with the row's titles, where they are like in any way. */
export function findCredits(query: Query, titles: readonly TitleEvidence[], index: MatchIndex): NameEvidence[] {
  if (query.artists.length === 0) return [];
  return titles
    .filter(({ rewriting }) => rewriting !== 'main_title')
    .map(({ title }) => index.releasesTitled(title))
    .filter(({ length }) => length <= COMMON_TITLE)
    .flatMap((releases) => {
      const credits = new Credits(query, index);
      for (const release of releases) {
        const printed = index.releaseCredit(release);
        for (const artist of index.artistsOf(release)) {
          credits.note(artist, null);
          if (printed !== null) credits.note(artist, printed);
        }
      }
      return credits.found;
    });
}

/** What the credits of a few releases say of a row's artist. */
export interface TitledNames {
  /** Names that the row's is a slip or another spelling of. */
  readonly names: readonly NameEvidence[];
  /** Artists credited there by other names. */
  readonly others: readonly number[];
  /** Whether these are all releases with the row's titles. */
  readonly complete: boolean;
}

/** Of what is less alike, names that no credit shows may be the likelier. */
const alike: ReadonlySet<TextLevel> = new Set(textLevels.slice(0, textLevels.indexOf('close')));

/** Artists credited on releases with the row's titles, as far as these are few: most slips are seen without a search. */
export function findTitledNames(query: Query, titles: readonly TitleEvidence[], index: MatchIndex): TitledNames {
  if (query.artists.length === 0) return { names: [], others: [], complete: true };
  const credits = new Credits(query, index);
  const artists = new Set<number>();
  let left = FEW_RELEASES;
  let complete = true;
  for (const { title } of titles) {
    const releases = index.releasesTitled(title);
    if (releases.length > left) {
      complete = false;
      continue;
    }
    left -= releases.length;
    for (const release of releases) {
      const credited = index.artistsOf(release);
      for (const artist of credited) {
        artists.add(artist);
        credits.note(artist, null);
      }
      // What is printed of several is the name of none of them.
      const printed = credited.length === 1 ? index.releaseCredit(release) : null;
      if (printed !== null) credits.note(credited[0] as number, printed);
    }
  }
  const names = credits.found.filter(({ level }) => alike.has(level));
  for (const { artist } of names) artists.delete(artist);
  return { names, others: [...artists], complete };
}

/** How credits are like the row's artist, by heading and as printed. Each spelling of an artist once. */
class Credits {
  readonly found: NameEvidence[] = [];
  readonly #query: Query;
  readonly #index: MatchIndex;
  readonly #spellings: ReturnType<typeof searched>;
  /** Keys for which the row's may stand where its article has a slip. */
  readonly #withoutArticle: readonly string[];
  readonly #known = new Map<number, Set<string>>();

  constructor(query: Query, index: MatchIndex) {
    this.#query = query;
    this.#index = index;
    this.#spellings = searched(query);
    this.#withoutArticle = withoutSlippedArticle(this.#spellings[0]?.key ?? '');
  }

  /** Notes a credit as printed; the heading for null, once. */
  note(artist: number, printed: string | null): void {
    const texts = this.#known.get(artist);
    if (printed === null && texts !== undefined) return;
    const text = printed ?? this.#index.artistName(artist);
    if (texts === undefined) this.#known.set(artist, new Set([text]));
    else if (texts.has(text)) return;
    else texts.add(text);
    this.#compare(artist, text);
  }

  #compare(artist: number, text: string): void {
    const name = artistKey(text);
    const note = (rewriting: ArtistRewriting, { typed, level, similarity }: ReturnType<typeof slippedArticle>) =>
      this.found.push({ artist, role: 'preferred', text, form: 'none', rewriting, typed, level, similarity });
    if (this.#withoutArticle.includes(name)) {
      note('as_typed', slippedArticle(this.#spellings[0]?.key ?? ''));
      return;
    }
    for (const { rewriting, key } of this.#spellings) {
      const { level, similarity } = compareKeys(this.#query.lost.artist ?? key, name);
      if (level === 'different') continue;
      note(rewriting, { typed: key, level, similarity });
    }
  }
}
