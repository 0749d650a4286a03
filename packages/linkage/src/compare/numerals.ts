const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const PLACES = new Map(WORDS.map((word, place) => [word, place]));
const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const SERIES = new Map(
  Object.entries({
    vol: 'vol',
    volume: 'vol',
    vols: 'vol',
    v: 'vol',
    pt: 'part',
    part: 'part',
    parts: 'part',
    chapter: 'chapter',
    ch: 'chapter',
    book: 'book',
    no: 'no',
    number: 'no',
    nr: 'no',
    op: 'op',
    act: 'act',
    series: 'series',
    episode: 'episode',
    ep: 'episode',
    disc: 'disc',
  }),
);

/** Every key that holds a number in some spelling. */
const MAY_HOLD_NUMBER = new RegExp(`[0-9]|(?:^| )(?:[ivx]+|${WORDS.join('|')})(?: |$)`);

function romanValue(word: string): number | null {
  const first = word.charCodeAt(0);
  if ((first !== 0x69 && first !== 0x76 && first !== 0x78) || !ROMAN.test(word)) return null;
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = values[word.charAt(at)] as number;
    sum += value < (values[word.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

/** `ii`, `two` and `2` where they count: after a word such as `vol`, or (Roman, two letters) anywhere but first. */
function numberAt(words: readonly string[], place: number): string | null {
  const word = words[place] as string;
  if (/^\d/.test(word)) return /^\d+$/.test(word) ? String(Number(word)) : null;
  const roman = romanValue(word);
  const spelled = PLACES.get(word);
  if (roman === null && spelled === undefined) return null;
  const series = place > 0 && SERIES.has(words[place - 1] as string);
  const isLast = place > 0 && place === words.length - 1;
  if (roman !== null && (series || (place > 0 && word.length >= 2) || (isLast && word !== 'i' && word !== 'x')))
    return String(roman);
  return spelled !== undefined && (series || (isLast && word !== 'one' && word !== 'zero')) ? String(spelled) : null;
}

/** A key with its numbers in one spelling: `led zeppelin ii` → `led zeppelin 2`, `volume two` → `vol 2`. */
export function numeralForm(key: string): string {
  return MAY_HOLD_NUMBER.test(key) ? numeralFormByRule(key) : key;
}

/** The rule in full, without the short cut for keys that hold no number. */
export function numeralFormByRule(key: string): string {
  const words = key.split(' ');
  return words
    .map((word, place) => {
      const number = numberAt(words, place);
      if (number !== null) return number;
      const next = words[place + 1];
      return next !== undefined && numberAt(words, place + 1) !== null ? (SERIES.get(word) ?? word) : word;
    })
    .join(' ');
}

/** The numbers of a key, sorted, as one text: titles of one series have different ones. */
export function numbersOf(key: string): string {
  return MAY_HOLD_NUMBER.test(key) ? numbersOfByRule(key) : '';
}

/** The rule in full, without that short cut. */
export function numbersOfByRule(key: string): string {
  const words = key.split(' ');
  const found: string[] = [];
  for (const [place, word] of words.entries()) {
    const number = numberAt(words, place);
    if (number !== null) found.push(number);
    else if (/\d/.test(word)) found.push(word.replace(/\D+/g, ''));
  }
  return found.sort().join(' ');
}
