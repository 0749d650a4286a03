import type { Random } from '../random.ts';
import { inventWord, VOCABULARY } from './vocabulary.ts';

const ENDINGS = [
  'Records',
  'Recordings',
  'Records',
  'Music',
  'Sound',
  'Productions',
  'Discos',
  'Disques',
  'Schallplatten',
  'Tapes',
  'Entertainment',
  'Phonographic',
  'Records Ltd.',
  'Audio',
  'Editions',
  'Label',
  'Sounds',
  'Discs',
  'Musik',
  'Wax',
];

export function makeLabelName(random: Random, attempt: number): string {
  const invented = random.chance(0.25 + 0.2 * attempt);
  const word = invented ? inventWord(random) : random.pickZipf(VOCABULARY.nouns);
  const ending = random.chance(0.75) ? ` ${random.pickZipf(ENDINGS)}` : '';
  const first = random.chance(0.45 + 0.2 * attempt) ? `${random.pickZipf(VOCABULARY.adjectives)} ` : '';
  return first + word + ending;
}
