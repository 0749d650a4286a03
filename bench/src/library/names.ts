import { type ArtistName, makeArtistName } from '../world/names/artist-name.ts';
import { CULTURES, type Culture } from '../world/names/culture.ts';
import { foldMarks } from '../world/names/fold.ts';
import { makeVariants } from '../world/names/variants.ts';
import type { Random } from '../world/random.ts';

export interface GeneratedArtist {
  readonly name: ArtistName;
  readonly culture: Culture;
  readonly letters: string;
  readonly number: number;
  readonly variants: readonly string[];
}

const shares = CULTURES.map(({ share }) => share);
const styles = ['person', 'group', 'project'] as const;

/** Artists of many scripts: some are homonyms, some the same name in another Unicode form, a few are signs only. */
export function makeArtists(random: Random, count: number): GeneratedArtist[] {
  const artists: GeneratedArtist[] = [];
  const taken = new Set<string>();
  while (artists.length < count) {
    const artist = drawTwin(random, artists) ?? makeArtist(random, taken, artists.length);
    artists.push(artist);
    taken.add(artist.name.text);
  }
  return artists;
}

function makeArtist(random: Random, taken: ReadonlySet<string>, number: number): GeneratedArtist {
  const culture = CULTURES[random.weighted(shares)]!;
  const style = styles[random.weighted([35, 50, 15])]!;
  let name = makeArtistName(random, culture, style, 0);
  for (let attempt = 1; taken.has(name.text) && attempt < 12; attempt += 1)
    name = makeArtistName(random, culture, style, attempt);
  const variants = random.chance(0.25) ? makeVariants(random, name, random.between(1, 3)) : [];
  return {
    name,
    culture,
    letters: lettersOf(name.latin),
    number,
    variants: variants.filter((text) => text.trim() !== ''),
  };
}

/** A homonym of an artist, or the last one's name as another typewriter stores it; seldom either. */
function drawTwin(random: Random, artists: readonly GeneratedArtist[]): GeneratedArtist | null {
  const last = artists.at(-1);
  if (last === undefined) return null;
  const decomposed = last.name.text.normalize('NFD');
  if (decomposed !== last.name.text && random.chance(0.1)) return twinOf(last, decomposed, artists.length);
  if (!random.chance(0.015)) return null;
  const earlier = random.pick(artists);
  return twinOf(earlier, earlier.name.text, artists.length);
}

function twinOf({ name, culture, letters }: GeneratedArtist, text: string, number: number): GeneratedArtist {
  return { name: { ...name, text }, culture, letters, number, variants: [] };
}

export function lettersOf(latin: string): string {
  const letters = foldMarks(latin)
    .replace(/^The /, '')
    .replace(/[^A-Za-z]/g, '');
  return (letters.slice(0, 2) || 'ZZ').toUpperCase();
}
