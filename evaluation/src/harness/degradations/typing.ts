import type { Random } from '@deadwax/bench/world/random';
import { type Degradation, ofBoth, ofEither, ofTitle } from './degradation.ts';

const LETTER = /\p{L}/u;
/** Shorter words are other words after a slip. */
const LEAST = 6;

/** Places of letters in words long enough to survive a slip. */
function slippery(text: string): number[] {
  const places: number[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (word.length >= LEAST)
      for (let at = 1; at < word.length - 1; at += 1) if (LETTER.test(text[index + at] ?? '')) places.push(index + at);
  }
  return places;
}

function slip(change: (text: string, at: number, random: Random) => string) {
  return (text: string, random: Random): string | null => {
    const places = slippery(text);
    return places.length === 0 ? null : change(text, random.pick(places), random);
  };
}

const replace = slip((text, at, random) => text.slice(0, at) + random.pick([...'aeioursntl']) + text.slice(at + 1));
const drop = slip((text, at) => text.slice(0, at) + text.slice(at + 1));
const double = slip((text, at) => text.slice(0, at) + text[at] + text.slice(at));
const swap = slip((text, at) => text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1));

/** What fingers do. */
export const typing: readonly Degradation[] = [
  ofEither('letter replaced', replace),
  ofEither('letter dropped', drop),
  ofEither('letter doubled', double),
  ofEither('letters swapped', swap),
  {
    name: 'two slips',
    apply: (row, random) => {
      const artist = drop(row.artist, random);
      const title = swap(row.title, random);
      return artist === null || title === null ? null : { ...row, artist, title };
    },
  },
  ofEither('two slips in one name', (text, random) => {
    const once = text.length >= 14 ? replace(text, random) : null;
    return once === null ? null : drop(once, random);
  }),
  ofBoth('upper case', (text) => text.toUpperCase()),
  ofBoth('lower case', (text) => text.toLowerCase()),
  ofBoth('extra spaces', (text) => `  ${text.replaceAll(' ', '   ')} `),
  ofBoth('tabs and hard spaces', (text) => text.replaceAll(' ', '\u{a0}').replace('\u{a0}', '\t')),
  ofEither('words run together', (text) => (/^\S{3,} \S{3,}$/.test(text) ? text.replace(' ', '') : null)),
  ofEither('hyphen for space', (text) =>
    /\S{3,} \S{3,}/.test(text) ? text.replace(/(\S{3,}) (\S{3,})/, '$1-$2') : null,
  ),
  ofEither('punctuation dropped', (text) => text.replace(/[.,'’!:;&/–-]/g, ' ').replace(/ +/g, ' ')),
  ofEither('smart quotes', (text) => text.replaceAll("'", '’')),
  ofTitle('words swapped', (text) => {
    const words = text.split(' ');
    return words.length >= 4 ? [words[1], words[0], ...words.slice(2)].join(' ') : null;
  }),
  ofTitle('last word dropped', (text) => (text.split(' ').length >= 5 ? text.split(' ').slice(0, -1).join(' ') : null)),
  ofTitle('small word dropped', (text) => text.replace(/(?<=\S )(?:the|of|in|a) (?=\S)/i, '')),
];
