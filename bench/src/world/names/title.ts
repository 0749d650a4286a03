import type { Random } from '../random.ts';
import type { Culture } from './culture.ts';
import { phraseInScript } from './script-name.ts';
import { inventWord, VOCABULARY } from './vocabulary.ts';
import { PLACES } from './words.ts';

export type WorkKind = 'album' | 'ep' | 'single' | 'live' | 'best_of' | 'remixes' | 'soundtrack' | 'various';

export interface Title {
  readonly text: string;
  /** In Latin letters. */
  readonly latin: string;
}

function plain(text: string): Title {
  return { text, latin: text };
}

function noun(random: Random): string {
  return random.chance(0.06) ? inventWord(random) : random.pickZipf(VOCABULARY.nouns);
}

function adjective(random: Random): string {
  return random.pickZipf(VOCABULARY.adjectives);
}

type Draw = (random: Random) => string;

const PHRASES: readonly (readonly [weight: number, draw: Draw])[] = [
  [16, noun],
  [20, (random) => `${adjective(random)} ${noun(random)}`],
  [8, (random) => `The ${noun(random)}`],
  [8, (random) => `The ${adjective(random)} ${noun(random)}`],
  [7, (random) => `${noun(random)} Of ${noun(random)}`],
  [6, (random) => `${noun(random)} And ${noun(random)}`],
  [4, (random) => `${noun(random)} & ${noun(random)}`],
  [7, (random) => `${noun(random)} In The ${noun(random)}`],
  [4, (random) => `Don't ${noun(random)} My ${noun(random)}`],
  [4, (random) => `I'm A ${noun(random)}`],
  [3, (random) => `Songs From The ${adjective(random)} ${noun(random)}`],
  [3, (random) => `${noun(random)} For A ${adjective(random)} ${noun(random)}`],
  [3, (random) => `${adjective(random)} ${noun(random)}: ${noun(random)} To The ${noun(random)}`],
  [2, (random) => `A ${noun(random)} Without ${noun(random)}s`],
  [1, (random) => String(random.between(1950, 2030))],
  [1, (random) => `${noun(random)}!`],
  [1, (random) => `${noun(random)}...`],
  [1, (random) => `${noun(random)} / ${noun(random)}`],
  [1, (random) => `(${noun(random)}) ${noun(random)}`],
];
const PHRASE_WEIGHTS = PHRASES.map(([weight]) => weight);

/** A few words, as a work or a track may be called. */
export function makePhrase(random: Random, culture: Culture): Title {
  if (culture.script !== null && random.chance(0.7)) {
    const { native, latin } = phraseInScript(random, culture.script, 1);
    return { text: native, latin };
  }
  if (culture.people !== null && culture.language !== 'en' && random.chance(0.12)) {
    return plain(`${noun(random)} ${random.pickZipf(culture.people.given)}`);
  }
  return plain(PHRASES[random.weighted(PHRASE_WEIGHTS)]![1](random));
}

/** What a work of this kind by this artist is called; `nth` counts the artist's works. */
export function makeWorkTitle(
  random: Random,
  context: { culture: Culture; kind: WorkKind; artist: Title; nth: number },
): Title {
  const { culture, kind, artist, nth } = context;
  const phrase = makePhrase(random, culture);
  const tail = (words: string): Title => ({ text: phrase.text + words, latin: phrase.latin + words });
  switch (kind) {
    case 'best_of':
      return random.chance(0.4)
        ? { text: `The Best Of ${artist.text}`, latin: `The Best Of ${artist.latin}` }
        : plain(random.pick(['Greatest Hits', 'Best Of', 'The Collection', 'Anthology', 'Gold', 'Singles']));
    case 'live':
      return random.chance(0.7) ? plain(`Live ${random.pick(['At', 'In'])} ${random.pick(PLACES)}`) : tail(' - Live');
    case 'ep':
      return random.chance(0.6) ? tail(random.pick([' EP', ' E.P.', ' EP'])) : phrase;
    case 'remixes':
      return tail(random.pick([' (Remixes)', ' - The Remixes', ' Remixed']));
    case 'soundtrack':
      return random.chance(0.6) ? tail(' (Original Motion Picture Soundtrack)') : tail(' OST');
    case 'various':
      return random.chance(0.5)
        ? tail(` Vol. ${random.between(1, 9)}`)
        : tail(random.pick([' Compilation', ' Sampler', '']));
    default:
      if (nth === 0 && random.chance(0.16)) return artist;
      return random.chance(0.05) ? tail(` Vol. ${random.between(1, 6)}`) : phrase;
  }
}
