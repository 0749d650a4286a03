import { createRandom, type Random } from './random.ts';

const SYLLABLES =
  'ka lo mi ren sto vel dra pho na tum ber cor li sha qui nor el ta mon ru fen gar is ov yu ze bri chan do wick'.split(
    ' ',
  );
const ACCENTED = 'Dahlbäck Björk Łódź Çelik Nuñez Mörk Sørensen Dvořák Eßlinger Ýmir Hét Ünal Señor Pässe Århus'.split(
  ' ',
);
const ELSEWHERE = '坂本龍一 東京事変 Алиса Кино Ленинград 山下達郎 Ελένη 이정현 細野晴臣 Мумий ダブ'.split(' ');

function makeWord(random: Random): string {
  const length = 1 + random.below(3);
  let word = '';
  for (let k = 0; k < length; k += 1) word += random.pick(SYLLABLES);
  return word[0]!.toUpperCase() + word.slice(1);
}

/** Names as they are in the dumps: nine in ten ASCII, some accented, a few in other scripts; escaped for XML. */
function makeName(random: Random, words: readonly string[]): string {
  if (random.chance(0.03)) return random.pick(ELSEWHERE);
  const count = 1 + random.below(3);
  const parts: string[] = [];
  for (let k = 0; k < count; k += 1) parts.push(random.chance(0.04) ? random.pick(ACCENTED) : random.pick(words));
  return parts.join(random.chance(0.03) ? ' &amp; ' : ' ');
}

export interface Vocabulary {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
}

export function createVocabulary(seed: number): Vocabulary {
  const random = createRandom(seed);
  const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  const words = many(4000, () => makeWord(random));
  const names = many(20_000, () => makeName(random, words) + (random.chance(0.1) ? ` (${2 + random.below(40)})` : ''));
  const titles = many(20_000, () => makeName(random, words) + (random.chance(0.15) ? ' (Original Mix)' : ''));
  const sentences = many(2000, () =>
    many(6 + random.below(14), () => random.pick(words).toLowerCase())
      .join(' ')
      .concat(random.chance(0.1) ? ' &amp; more – “sic”.' : '.'),
  );
  return { words, names, titles, sentences };
}
