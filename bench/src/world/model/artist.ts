import type { ArtistName } from '../names/artist-name.ts';
import { foldMarks } from '../names/fold.ts';
import { makeVariants } from '../names/variants.ts';
import { mix, Random } from '../random.ts';
import { namesakesOf } from './homonyms.ts';
import { aliasesOf, groupsOf, membersOf } from './kinship.ts';
import { artistNameOf } from './names.ts';
import { PURPOSE } from './purposes.ts';
import { popularityOf } from './sizes.ts';
import type { Sketch } from './world.ts';

/** Variant names as releases print them. A quarter of all artists have any, the famous have many. */
export function variantsOf(sketch: Sketch, artist: number, name: ArtistName = artistNameOf(sketch, artist)): string[] {
  const random = new Random(mix(sketch.seed, PURPOSE.variants, artist));
  const popularity = popularityOf(sketch.seed, artist);
  const wanted =
    name.text !== name.latin ? 1 + random.below(4) : popularity > 0.9 ? 2 + random.below(6) : 1 + random.below(3);
  const has = random.chance(name.text !== name.latin ? 0.9 : 0.12 + 0.26 * popularity);
  return has ? makeVariants(random, name, wanted) : [];
}

/** The name as one release prints it: mostly empty, for the name itself. */
export function creditedAs(sketch: Sketch, artist: number, random: Random): string {
  if (!random.chance(0.17)) return '';
  const variants = variantsOf(sketch, artist);
  if (variants.length > 0) return random.pick(variants);
  const { given, family } = artistNameOf(sketch, artist);
  return given === null || family === null ? '' : `${given[0]}. ${family}`;
}

/** One artist in thirty is known to MusicBrainz alone: nobody's relative or namesake, so that nothing points at it. */
export function isOnDiscogs(sketch: Sketch, artist: number): boolean {
  if (mix(sketch.seed, PURPOSE.artist, artist) % 10 !== 0) return true;
  const free = [aliasesOf, groupsOf, membersOf].every((relatives) => relatives(sketch, artist).length === 0);
  return !free || namesakesOf(sketch, artist).length > 1;
}

/** Bandcamp's name for the artist. */
export function bandcampSlug(sketch: Sketch, artist: number): string {
  const letters = foldMarks(artistNameOf(sketch, artist).latin)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
  return `${letters === '' ? 'artist' : letters}-generated-${artist}`;
}

/** Pages of an artist on other sites. */
export function pagesOf(sketch: Sketch, artist: number): { bandcamp: boolean; spotify: boolean; apple: boolean } {
  const random = new Random(mix(sketch.seed, PURPOSE.streaming, artist));
  const popularity = popularityOf(sketch.seed, artist);
  return {
    bandcamp: random.chance(0.16),
    spotify: random.chance(0.2 + 0.6 * popularity),
    apple: random.chance(0.1 + 0.6 * popularity),
  };
}
