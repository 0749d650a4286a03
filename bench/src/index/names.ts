import { mix, Random } from '../world/random.ts';

/** Share of names that are another's too, and of names in another script than Latin. */
const HOMONYMS = 0.16;
const FOREIGN = 0.115;
/** Flattens the beginning of the word frequencies: the commonest word is in about one name of sixty. */
const FLAT = 10;
const WORDS_PER_NAME = 0.3;

const onsets = 'b br c ch d dr f fl g gr h j k kl l m n p pr r s sh st t tr v w z th sk bl cr'.split(' ');
const nuclei = 'a e i o u ai ea ee ie oo ou y'.split(' ');
const codas = 'n r s l t m ck nd rt ng x ll st'.split(' ');
const common = 'and dj of band trio orchestra john the mc de la la los boys big new black club love sound'.split(' ');

interface Script {
  readonly share: number;
  readonly letters: readonly string[];
  readonly length: readonly [least: number, most: number];
  readonly spaced: boolean;
}

const range = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => String.fromCodePoint(from + at));
const scripts: readonly Script[] = [
  { share: 34, letters: [...'аеиоуяюбвгдзклмнпрстфхчшй'], length: [4, 9], spaced: true },
  { share: 18, letters: [...range(0x30a2, 80)], length: [3, 7], spaced: false },
  { share: 24, letters: [...range(0x4e00, 1800)], length: [2, 5], spaced: false },
  { share: 9, letters: [...range(0xac00, 900)], length: [2, 4], spaced: true },
  { share: 7, letters: [...'αβγδεζηθικλμνξοπρστυφχψω'], length: [4, 9], spaced: true },
  { share: 5, letters: [...'ابتجدرسشعفقكلمنهوي'], length: [3, 6], spaced: true },
  { share: 3, letters: [...'אבגדהוזחטיכלמנסעפצקרשת'], length: [3, 6], spaced: true },
];
const shares = scripts.map(({ share }) => share);
const wordCounts = [22, 47, 20, 7, 3, 1];

/** Keys of made-up artists by number: the same for the same seed and count, in any order they are asked for. */
export class Names {
  readonly count: number;
  readonly #seed: number;
  readonly #vocabulary: number;

  constructor(count: number, seed: number) {
    this.count = count;
    this.#seed = seed;
    this.#vocabulary = Math.ceil(count * WORDS_PER_NAME) + 2000;
  }

  at(number: number): string {
    let random = new Random(mix(this.#seed, 1, number));
    for (let other = number; other > 0 && random.chance(HOMONYMS); random = new Random(mix(this.#seed, 1, other)))
      other = random.below(other);
    if (random.chance(FOREIGN)) return this.#foreign(random);
    const count = 1 + random.weighted(wordCounts);
    const words: string[] = [];
    for (let at = 0; at < count; at += 1)
      words.push(at > 0 && random.chance(0.08) ? random.pickZipf(common) : latinWord(this.#seed, this.#rank(random)));
    return words.join(' ');
  }

  /** A word that no name has. */
  absent(random: Random): string {
    return `${latinWord(this.#seed + 1, this.#vocabulary + random.below(1e9))}q${latinWord(this.#seed + 2, random.below(1e9))}`;
  }

  #rank(random: Random): number {
    return Math.floor(FLAT * ((this.#vocabulary + FLAT) / FLAT) ** random.next()) - FLAT;
  }

  #foreign(random: Random): string {
    const script = random.weighted(shares);
    const { spaced } = scripts[script]!;
    const count = spaced ? 1 + random.weighted([30, 60, 10]) : 1;
    return Array.from({ length: count }, () => foreignWord(this.#seed, script, this.#rank(random))).join(' ');
  }
}

/** The word of a rank; common words are short. */
function latinWord(seed: number, rank: number): string {
  const random = new Random(mix(seed, 2, rank));
  const syllables = rank < 500 ? 1 + random.weighted([40, 60]) : 2 + random.weighted([45, 45, 10]);
  let word = '';
  for (let at = 0; at < syllables; at += 1)
    word += random.pick(onsets) + random.pick(nuclei) + (random.chance(0.3) ? random.pick(codas) : '');
  return word;
}

function foreignWord(seed: number, script: number, rank: number): string {
  const { letters, length } = scripts[script]!;
  const random = new Random(mix(seed, 3 + script, rank));
  const count = random.between(...length);
  return Array.from({ length: count }, () => random.pickZipf(letters)).join('');
}
