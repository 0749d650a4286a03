import { Random } from '@deadwax/bench/world/random';
import type { CsvRecord } from './csv-reference.ts';
import type { ReferenceAlbum } from './read-labelled.ts';

/** Records nobody asks for: real artists with real titles of others, half of them with a word exchanged for another real one. */
export function* makeDistractors(
  reference: readonly ReferenceAlbum[],
  count: number,
  seed: number,
): Generator<CsvRecord> {
  const random = new Random(seed);
  const credited = reference.filter(({ artist }) => artist.trim() !== '');
  const pairs = new Set(credited.map(({ artist, title }) => `${fold(artist)}|${fold(title)}`));
  const titleWords = credited.flatMap(({ title }) => title.split(' ').filter((word) => word.length > 2));
  const nameWords = credited.flatMap(({ artist }) => artist.split(' ').filter((word) => word.length > 2));
  for (let made = 0; made < count; ) {
    let { artist } = random.pick(credited);
    let { title } = random.pick(credited);
    const turn = random.next();
    if (turn < 0.25) title = exchange(title, titleWords, random);
    else if (turn < 0.5) artist = exchange(artist, nameWords, random);
    if (pairs.has(`${fold(artist)}|${fold(title)}`)) continue;
    made += 1;
    yield { id: `distractor:${made}`, kind: 'release', artist, title };
  }
}

function exchange(text: string, words: readonly string[], random: Random): string {
  const parts = text.split(' ');
  parts[random.below(parts.length)] = random.pick(words);
  return parts.join(' ');
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
