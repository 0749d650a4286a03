import { Random } from '../world/random.ts';
import type { Names } from './names.ts';

export const kinds = ['one typo', 'two typos', 'word order', 'missing word', 'absent'] as const;
export type Kind = (typeof kinds)[number];

export interface TypedQuery {
  readonly kind: Kind;
  readonly typed: string;
  /** The key that was meant, or null when none was. */
  readonly meant: string | null;
}

/** Shortest key, in letters, that is mistyped once and twice: shorter ones say too little to be known again. */
const SHORTEST = { 'one typo': 4, 'two typos': 7 } as const;

/** Keys as somebody would mistype them; the same for the same seed. A typed key that is another's key is drawn anew. */
export function drawTyped(
  names: Names,
  { kind, count, seed }: { kind: Kind; count: number; seed: number },
  isKey: (key: string) => boolean,
): TypedQuery[] {
  const random = new Random(seed + 31 * kinds.indexOf(kind));
  const drawn: TypedQuery[] = [];
  while (drawn.length < count) {
    const meant = kind === 'absent' ? null : names.at(random.below(names.count));
    const typed = meant === null ? absentName(names, random) : mistype(meant, kind, random);
    if (typed !== null && typed !== '' && !isKey(typed)) drawn.push({ kind, typed, meant });
  }
  return drawn;
}

function absentName(names: Names, random: Random): string {
  const words = [names.absent(random), names.at(random.below(names.count)).split(' ')[0]];
  return random.chance(0.5) ? words.join(' ') : `${words[0]} ${names.absent(random)}`;
}

function mistype(key: string, kind: Kind, random: Random): string | null {
  const words = key.split(' ');
  if (kind === 'word order') {
    if (words.length < 2) return null;
    const turned = 1 + random.below(words.length - 1);
    return [...words.slice(turned), ...words.slice(0, turned)].join(' ');
  }
  if (kind === 'missing word')
    return words.length < 3 ? null : words.toSpliced(random.below(words.length), 1).join(' ');
  const letters = [...key];
  if (kind === 'absent' || letters.length < SHORTEST[kind]) return null;
  slip(letters, random);
  if (kind === 'two typos') slip(letters, random);
  const typed = letters.join('').trim();
  return typed === key ? null : typed;
}

/** A letter left out, doubled, mistaken for another of the name's, or swapped with the next; a space stays a space. */
function slip(letters: string[], random: Random): void {
  let at = random.below(letters.length);
  while (letters[at] === ' ') at = random.below(letters.length);
  const other = random.pick(letters.filter((letter) => letter !== ' '));
  switch (random.below(4)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, other);
      break;
    case 2:
      letters[at] = other;
      break;
    default:
      if (at + 1 < letters.length && letters[at + 1] !== ' ')
        [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
      else letters[at] = other;
  }
}
