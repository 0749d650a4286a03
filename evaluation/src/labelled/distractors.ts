import { Random } from '@deadwax/bench/world/random';
import type { CsvRecord } from './csv-reference.ts';
import { AlbumList } from './same-album.ts';

interface NamedAlbum {
  readonly artist: string;
  readonly title: string;
}

/** Part of the key under which a reference with distractors is kept: to be raised when they change. */
export const distractorVersion = 2;

const SEED = 20_261;
const PREFIX = 'distractor:';

export const isDistractor = (id: string): boolean => id.startsWith(PREFIX);

/**
 * Records nobody asks for: real artists with real titles of others, half of them with a word of either exchanged for another
 * real one. None is one of the `albums`, whatever the edition.
 */
export function* makeDistractors(albums: readonly NamedAlbum[], count: number): Generator<CsvRecord> {
  if (count === 0) return;
  const random = new Random(SEED);
  const known = new AlbumList(albums);
  const credited = albums.filter(({ artist }) => artist.trim() !== '');
  const longWords = (text: string) => text.split(' ').filter((word) => word.length > 2);
  const titleWords = credited.flatMap(({ title }) => longWords(title));
  const nameWords = credited.flatMap(({ artist }) => longWords(artist));
  for (let made = 0; made < count; ) {
    let { artist } = random.pick(credited);
    let { title } = random.pick(credited);
    const turn = random.next();
    if (turn < 0.25) title = exchangeWord(title, titleWords, random);
    else if (turn < 0.5) artist = exchangeWord(artist, nameWords, random);
    if (known.has(artist, title)) continue;
    made += 1;
    yield { id: `${PREFIX}${made}`, kind: 'release', artist, title };
  }
}

function exchangeWord(text: string, words: readonly string[], random: Random): string {
  const parts = text.split(' ');
  parts[random.below(parts.length)] = random.pick(words);
  return parts.join(' ');
}
