import type { Random } from '@deadwax/bench/world/random';
import { type Degradation, isFiling, ofBoth, ofEither, ofRow, ofTitle } from './degradation.ts';

const LETTER = /\p{L}/u;
/** Shorter words are other words after a slip. */
const LEAST = 5;
const NUMERAL = /^(?:[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)$/i;
/** What a record's siblings are told by must survive too. */
const VERSION =
  /^(?:live|remix(?:es|ed)?|demos|instrumentals|acoustic|karaoke|unplugged|sessions|tribute|soundtrack|score|music|edition|volume)$/i;

/** Places of letters in words long enough to survive a slip. */
function slippery(text: string): number[] {
  const places: number[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (word.length < LEAST || NUMERAL.test(word) || VERSION.test(word)) continue;
    for (let at = 1; at < word.length - 1; at += 1) if (LETTER.test(text[index + at] ?? '')) places.push(index + at);
  }
  return places;
}

function slip(change: (text: string, at: number, random: Random) => string) {
  return (text: string, random: Random): string | null => {
    const places = slippery(text);
    if (places.length === 0) return null;
    for (let tries = 0; tries < 8; tries += 1) {
      const after = change(text, random.pick(places), random);
      if (after !== text) return after;
    }
    return null;
  };
}

const replace = slip((text, at, random) => text.slice(0, at) + random.pick([...'aeioursntl']) + text.slice(at + 1));
const drop = slip((text, at) => text.slice(0, at) + text.slice(at + 1));
const double = slip((text, at) => text.slice(0, at) + text[at] + text.slice(at));
const swap = slip((text, at) => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2));

function twice(text: string, random: Random): string | null {
  const once = text.length >= 14 ? replace(text, random) : null;
  return once === null ? null : drop(once, random);
}

/** What fingers do. */
export const typing: readonly Degradation[] = [
  ofEither('letter replaced', replace),
  ofEither('letter dropped', drop),
  ofEither('letter doubled', double),
  ofEither('letters transposed', swap),
  ofRow('two typos, one a name', (row, random) => {
    if (isFiling(row.artist_name)) return null;
    const artist = drop(row.artist_name, random);
    const title = swap(row.album_title, random);
    return artist === null || title === null ? null : { ...row, artist_name: artist, album_title: title };
  }),
  ofEither('two typos in one name', twice),
  ofBoth('upper case', (text) => text.toUpperCase(), true),
  ofBoth('lower case', (text) => text.toLowerCase(), true),
  ofBoth('extra spaces', (text) => `  ${text.replaceAll(' ', '   ')} `, true),
  ofBoth('tabs and hard spaces', (text) => text.replaceAll(' ', '\u{a0}').replace('\u{a0}', '\t'), true),
  ofEither('words run together', (text) => (/^\S{3,} \S{3,}$/.test(text) ? text.replace(' ', '') : null), true),
  ofEither('hyphen for space', (text) => text.replace(/(\p{L}{3,}) (\p{L}{3,})/u, '$1-$2'), true),
  ofEither('space for hyphen', (text) => text.replace(/(?<=\p{L})-(?=\p{L})/u, ' '), true),
  ofEither('punctuation dropped', (text) =>
    /[\p{L}\p{N}]/u.test(text)
      ? text
          .replace(/['’]/g, '')
          .replace(/[.,!?:;/–-]/g, ' ')
          .replace(/ +/g, ' ')
          .trim()
      : null,
  ),
  ofEither('smart quotes', (text) => text.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”'), true),
  ofTitle('words out of order', (text) => {
    const [first = '', second = '', ...rest] = text.split(' ');
    const arePlain = [first, second].every((word) => /^[\p{L}\p{N}'’]+$/u.test(word));
    return rest.length >= 2 && arePlain ? [second, first, ...rest].join(' ') : null;
  }),
  ofTitle('last word dropped', (text) => {
    const words = text.split(' ');
    const isLong = words.length >= (/: |\(/.test(text) ? 4 : 6);
    return isLong
      ? words
          .slice(0, -1)
          .join(' ')
          .replace(/[^\p{L}\p{N}!?.]+$/u, '')
      : null;
  }),
  ofTitle('small word dropped', (text) =>
    text.split(' ').length >= 4 ? text.replace(/(?<=\S )(?:the|of|in|a) (?=\S)/i, '') : null,
  ),
];
