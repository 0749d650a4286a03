import anyAscii from 'any-ascii';
import { type Degradation, ofBoth, ofEither } from './degradation.ts';

const macRoman = new TextDecoder('macintosh');
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х' };
const beyondAscii = /[^\p{ASCII}]/u;

/** Latin letters as one who has no others writes them. */
function dropMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
}

/** Each byte of the UTF-8 as a letter of Latin-1. Where a control sign would come out, machines drop it: then nothing can be read. */
function asLatin1(text: string): string | null {
  const misread = Buffer.from(text).toString('latin1');
  return beyondAscii.test(text) && !/[\u0080-\u009f]/.test(misread) ? misread : null;
}

const cp1252 = new TextDecoder('windows-1252');
/** What no byte of CP1252 stands for comes out as a control sign. */
function asCp1252(text: string): string | null {
  const misread = cp1252.decode(Buffer.from(text));
  return beyondAscii.test(text) && !/[\u0080-\u009f]/.test(misread) ? misread : null;
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function withLookAlike(text: string): string | null {
  if (!/[a-z]{4}/.test(text)) return null;
  const at = [...text].findIndex((letter, place) => place > 0 && letter in LOOK_ALIKES);
  return at < 0 ? null : text.slice(0, at) + LOOK_ALIKES[text[at] ?? ''] + text.slice(at + 1);
}

/** Signs that are no letters have no Latin ones. */
function transliterate(text: string): string | null {
  const latin = anyAscii(text).replace(/ +/g, ' ').trim();
  return beyondAscii.test(text) && /[a-z0-9]/i.test(latin) ? latin : null;
}

/** What machines do. */
export const encoding: readonly Degradation[] = [
  ofBoth('diacritics dropped', dropMarks, true),
  ofBoth('decomposed letters', (text) => text.normalize('NFD'), true),
  ofBoth('letters lost as ?', (text) =>
    text.replace(/(?<=\p{Script=Latin})[^\p{ASCII}\p{M}](?=\p{Script=Latin})/gu, '?'),
  ),
  ofBoth('Mac Roman misreading', (text) => (beyondAscii.test(text) ? macRoman.decode(Buffer.from(text)) : null), true),
  ofBoth('Latin-1 misreading', asLatin1, true),
  ofBoth('CP1252 misreading', asCp1252, true),
  ofBoth('transliterated', transliterate, true),
  ofBoth('full-width letters', fullWidth, true),
  ofEither('look-alike letter', withLookAlike, true),
  ofBoth('zero-width signs', (text) => text.replace(' ', '\u{200b} '), true),
];
