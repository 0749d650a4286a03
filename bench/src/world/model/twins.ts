import { mix } from '../random.ts';
import { isOnDiscogs } from './artist.ts';
import { namesakesOf } from './homonyms.ts';
import { PURPOSE } from './purposes.ts';
import { popularityOf } from './sizes.ts';
import { VARIOUS, type Work } from './work.ts';
import type { Sketch } from './world.ts';

/** Seven in ten Discogs artists are in MusicBrainz too, the famous more surely; and some that Discogs lacks. */
export function isInMusicbrainz(sketch: Sketch, artist: number): boolean {
  const draw = mix(sketch.seed, PURPOSE.twin, artist) / 4_294_967_296;
  return draw < 0.49 + 0.42 * popularityOf(sketch.seed, artist) || !isOnDiscogs(sketch, artist);
}

export function isWorkInMusicbrainz(sketch: Sketch, work: Work): boolean {
  const share = work.credits[0]!.artist === VARIOUS ? 0.7 : 0.88;
  if (mix(sketch.seed + 1, PURPOSE.twin, work.index) / 4_294_967_296 >= share && work.onDiscogs) return false;
  return work.credits.every(({ artist }) => artist === VARIOUS || isInMusicbrainz(sketch, artist));
}

export function isReleaseInMusicbrainz({ seed }: Pick<Sketch, 'seed'>, release: number, edition: number): boolean {
  return edition === 0 || mix(seed + 2, PURPOSE.twin, release) % 100 < 55;
}

export function isLabelInMusicbrainz({ seed }: Pick<Sketch, 'seed'>, label: number): boolean {
  return label === 0 || mix(seed + 3, PURPOSE.twin, label) % 100 < 65;
}

export function isArtistInWikidata({ seed }: Pick<Sketch, 'seed'>, artist: number): boolean {
  const fame = Math.max(0, popularityOf(seed, artist) - 0.5) * 2;
  return mix(seed, PURPOSE.wikidata, artist) / 4_294_967_296 < fame * 0.85;
}

export function isAlbumInWikidata(sketch: Sketch, work: Work): boolean {
  const main = work.credits[0]!.artist;
  if (main === VARIOUS || work.kind === 'remixes' || !isArtistInWikidata(sketch, main)) return false;
  return mix(sketch.seed + 1, PURPOSE.wikidata, work.index) % 100 < (work.mastered ? 45 : 8);
}

/** Whom a careless editor takes this artist for: the next of the name, or just the next. */
export function mistakenFor(sketch: Sketch, artist: number): number {
  const namesakes = namesakesOf(sketch, artist).filter((each) => isOnDiscogs(sketch, each));
  if (namesakes.length > 1) return namesakes[(namesakes.indexOf(artist) + 1) % namesakes.length]!;
  let next = (artist + 1) % sketch.artists;
  while (!isOnDiscogs(sketch, next)) next = (next + 1) % sketch.artists;
  return next;
}
