const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
};
const NOT_ASCII = /\P{ASCII}/u;

export function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

/** Latin letters without their marks, as a typewriter has them. Other scripts stay. */
export function foldMarks(text: string): string {
  if (isAscii(text)) return text;
  const bare = text.normalize('NFD').replace(/(?<=[A-Za-z])\p{M}+/gu, '');
  return bare.normalize('NFC').replace(/[øØłŁđĐðÐþÞæÆœßı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** What two names must not share to pass for different: no case, marks, article or punctuation. */
export function looseKey(text: string): string {
  const folded = foldMarks(text).toLowerCase();
  const bare = folded
    .replace(/^the /, '')
    .replace(/ and /g, ' ')
    .replace(isAscii(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, '');
  return bare === '' ? folded : bare;
}
