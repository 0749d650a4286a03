import anyAscii from 'any-ascii';
import { type Degradation, ofBoth, ofEither } from './degradation.ts';

const macRoman = new TextDecoder('macintosh');
const latin1 = new TextDecoder('windows-1252');
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х' };

/** What machines do. */
export const encoding: readonly Degradation[] = [
  ofBoth('diacritics dropped', (text) =>
    text
      .normalize('NFD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .normalize('NFC'),
  ),
  ofBoth('decomposed letters', (text) => text.normalize('NFD')),
  ofBoth('letters lost', (text) => text.replace(/(?<=\p{Script=Latin})[^\p{ASCII}\p{M}](?=\p{Script=Latin})/gu, '?')),
  ofBoth('Mac Roman', (text) => (/[^\p{ASCII}]/u.test(text) ? macRoman.decode(Buffer.from(text)) : text)),
  ofBoth('Windows 1252', (text) =>
    /[^\p{ASCII}]/u.test(text) && !/[\u{0900}-\u{FFFF}]/u.test(text) ? latin1.decode(Buffer.from(text)) : text,
  ),
  ofBoth('transliterated', (text) => (/[^\p{ASCII}]/u.test(text) ? anyAscii(text).replace(/ +/g, ' ').trim() : text)),
  ofBoth('full-width letters', (text) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ),
  ofEither('look-alike letter', (text) => {
    const at = [...text].findIndex((letter, place) => place > 0 && letter in LOOK_ALIKES);
    return at < 0 || !/[a-z]{4}/.test(text)
      ? null
      : text.slice(0, at) + LOOK_ALIKES[text[at] ?? ''] + text.slice(at + 1);
  }),
  ofBoth('zero-width joiners', (text) => text.replace(' ', '\u{200b} ')),
];
