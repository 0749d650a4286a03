import { makeArtistName } from '@deadwax/bench/world/names/artist-name';
import { CULTURES, type Culture } from '@deadwax/bench/world/names/culture';
import { makePhrase } from '@deadwax/bench/world/names/title';
import { inventWord } from '@deadwax/bench/world/names/vocabulary';
import type { Random } from '@deadwax/bench/world/random';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';

/** Names that no other record of the catalogue has, unless a scenario says so. */
export class NameSource {
  readonly #random: Random;
  readonly #known = new Set<string>();

  /** `taken`: names that others have. */
  constructor(random: Random, taken: Iterable<string> = []) {
    this.#random = random;
    for (const name of taken) this.#known.add(titleKey(name));
  }

  /** An artist's name of two words or more. */
  artist(code?: string): string {
    const culture = this.#culture(code);
    return this.#fresh(
      (attempt) =>
        makeArtistName(this.#random, culture, this.#random.chance(0.5) ? 'person' : 'group', attempt + 2).text,
      (name) => artistKey(name).length >= 4,
    );
  }

  /** A person: given name and surname. */
  person(): { full: string; given: string; surname: string } {
    const full = this.#fresh(
      (attempt) => {
        const made = makeArtistName(this.#random, this.#culture('us'), 'person', attempt + 1);
        return made.given === null || made.family === null ? '' : `${made.given.replace(/ .*/, '')} ${made.family}`;
      },
      (name) => /^[A-Z][a-z]{2,} [A-Z][a-z]{3,}$/.test(name),
    );
    const [given, surname] = full.split(' ') as [string, string];
    return { full, given, surname };
  }

  /** One invented word. */
  word(least = 5): string {
    return this.#fresh(
      () => inventWord(this.#random),
      (name) => name.length >= least && name.length <= 9,
    );
  }

  title(code?: string): string {
    const culture = this.#culture(code);
    return this.#fresh(
      (attempt) => {
        const phrase = makePhrase(this.#random, culture).text;
        return attempt < 2 ? phrase : `${phrase} ${inventWord(this.#random)}`;
      },
      (title) => titleKey(title).length >= 4 && !/[()]/.test(title),
    );
  }

  #culture(code = 'us'): Culture {
    return CULTURES.find((culture) => culture.code === code) ?? (CULTURES[0] as Culture);
  }

  #fresh(make: (attempt: number) => string, fits: (name: string) => boolean): string {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const name = make(Math.min(6, attempt));
      const key = titleKey(name);
      if (!fits(name) || this.#known.has(key)) continue;
      this.#known.add(key);
      return name;
    }
    throw new Error('no fresh name in 200 tries');
  }
}
