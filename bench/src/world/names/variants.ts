import type { Random } from '../random.ts';
import type { ArtistName } from './artist-name.ts';
import { foldMarks } from './fold.ts';

type Vary = (name: ArtistName, random: Random) => string | null;

function changed(name: ArtistName, text: string): string | null {
  return text === name.text || text === '' ? null : text;
}

function withInitials({ given, family }: ArtistName, glue: string): string | null {
  return given === null || family === null ? null : `${given[0]}.${glue}${family}`;
}

/** One slip of the pen: a letter doubled, dropped, swapped or mistaken. */
export function misspell(text: string, random: Random): string {
  const letters = [...text];
  const spots = letters.flatMap((letter, k) => (k > 0 && /\p{L}/u.test(letter) ? [k] : []));
  if (spots.length < 3) return text;
  const at = random.pick(spots);
  switch (random.below(4)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, letters[at]!);
      break;
    case 2:
      if (at + 1 < letters.length) [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
      break;
    default:
      if (/[A-Za-z]/.test(letters[at]!)) letters[at] = 'aeiounrstlm'[random.below(11)]!;
      else letters.splice(at, 1);
  }
  return letters.join('');
}

/** How records print a name otherwise than its own page does, the usual ways first. */
const VARIATIONS: readonly Vary[] = [
  (name) => changed(name, name.latin),
  (name) => withInitials(name, ' '),
  (name) => (name.text.startsWith('The ') ? name.text.slice(4) : null),
  (name) => (name.text.includes(' & ') ? name.text.replace(' & ', ' And ') : null),
  (name) => changed(name, foldMarks(name.text)),
  (name) => withInitials(name, ''),
  (name) => (name.text.includes(' And ') ? name.text.replace(' And ', ' & ') : null),
  (name, random) => changed(name, misspell(name.latin, random)),
  (name) => (name.family !== null && name.given !== null ? `${name.family}, ${name.given}` : null),
  (name) => (name.family === null ? changed(name, name.latin.toUpperCase()) : name.family),
  (name) => (/^[\p{L}]+ [\p{L}]+$/u.test(name.latin) ? name.latin.replace(' ', '') : null),
  (name) => (name.family === null && name.latin.length > 2 ? `${name.latin} Band` : null),
];

/** Variants of a name, none twice and none the name itself. */
export function makeVariants(random: Random, name: ArtistName, count: number): string[] {
  const found = new Set<string>();
  const start = random.chance(0.7) ? 0 : random.below(VARIATIONS.length);
  for (let k = 0; k < VARIATIONS.length && found.size < count; k += 1) {
    if (random.chance(0.25)) continue;
    const variant = VARIATIONS[(start + k) % VARIATIONS.length]!(name, random);
    if (variant !== null && variant !== name.text) found.add(variant);
  }
  return [...found];
}

/** `Beatles, The` and `Lovelace, Ada`: the form of a card catalogue. */
export function sortForm(name: ArtistName): string {
  if (name.given !== null && name.family !== null) return `${name.family}, ${name.given}`;
  const article = /^(The|Die|Les|Los|Os) (.+)$/.exec(name.latin);
  return article === null ? name.latin : `${article[2]}, ${article[1]}`;
}
