/** Greek and Cyrillic letters that look like a Latin one, in lower case (from the Unicode confusables, letters of names only). */
const LATIN_OF = new Map(
  [
    ...'αa',
    ...'аa',
    ...'вb',
    ...'сc',
    ...'ԁd',
    ...'еe',
    ...'εe',
    ...'ɡg',
    ...'нh',
    ...'іi',
    ...'ιi',
    ...'јj',
    ...'кk',
    ...'κk',
  ]
    .concat([
      ...'мm',
      ...'оo',
      ...'οo',
      ...'рp',
      ...'ρp',
      ...'ѕs',
      ...'тt',
      ...'τt',
      ...'υu',
      ...'νn',
      ...'ѵv',
      ...'хx',
      ...'χx',
      ...'уy',
      ...'ηn',
      ...'ԛq',
      ...'ԝw',
    ])
    .reduce<[string, string][]>((pairs, letter, place, all) => {
      if (place % 2 === 0) pairs.push([letter, all[place + 1] as string]);
      return pairs;
    }, []),
);
/** Greek and Cyrillic, and the two sizes of the one other letter. */
const MAY_LOOK_ALIKE = /[\u0261\ua7ac\u0370-\u052f\u1f00-\u1fff]/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;

/** Puts Latin letters for those that only look so, in words that mix scripts: `Νilüfer` with a Greek capital. */
export function foldLookAlikes(text: string): string {
  return MAY_LOOK_ALIKE.test(text) ? foldLookAlikesByRule(text) : text;
}

/** The rule in full, without the short cut for texts that hold none of those letters. */
export function foldLookAlikesByRule(text: string): string {
  return text.replace(WORD, (word) => (LATIN.test(word) ? word.replace(/\p{L}/gu, toLatin) : word));
}

function toLatin(letter: string): string {
  const lower = letter.toLowerCase();
  const latin = LATIN_OF.get(lower);
  if (latin === undefined) return letter;
  return letter === lower ? latin : latin.toUpperCase();
}
