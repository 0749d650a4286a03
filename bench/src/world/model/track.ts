import { makePhrase, type Title } from '../names/title.ts';
import { mix, Random } from '../random.ts';
import { cultureOf } from './kinship.ts';
import { PURPOSE } from './purposes.ts';
import { VARIOUS, type Work } from './work.ts';
import type { World } from './world.ts';

export interface Track {
  readonly title: Title;
  readonly seconds: number;
  /** On a compilation, whose track it is; null elsewhere. */
  readonly artist: number | null;
  /** Remixed by, or null. */
  readonly remixer: number | null;
}

function drawTitle(work: Work, nth: number, random: Random): Title {
  const namesake = work.kind === 'single' || work.kind === 'ep' ? nth === 0 : nth === 1 && random.chance(0.2);
  return namesake && work.credits[0]!.artist !== VARIOUS ? work.title : makePhrase(random, work.culture);
}

function suffixed(title: Title, tail: string): Title {
  return { text: title.text + tail, latin: title.latin + tail };
}

/** The nth track of a work, 0 first; the same on each of its editions. */
export function trackAt(world: World, work: Work, nth: number): Track {
  const random = new Random(mix(world.seed, PURPOSE.track, work.index * 64 + nth));
  const various = work.credits[0]!.artist === VARIOUS;
  const artist = various ? random.below(world.artists) : null;
  const own = various ? makePhrase(random, cultureOf(world, artist!)) : drawTitle(work, nth, random);
  const remixed = (work.kind === 'remixes' || (work.kind === 'single' && nth > 0)) && random.chance(0.6);
  const remixer = remixed && random.chance(0.6) ? random.below(world.artists) : null;
  const tail = remixed
    ? random.pick([' (Remix)', ' (Dub)', ' (Instrumental)', ' (12" Version)'])
    : random.chance(0.02)
      ? ' (Live)'
      : '';
  return { title: tail === '' ? own : suffixed(own, tail), seconds: random.between(75, 480), artist, remixer };
}

export function tracksOf(world: World, work: Work): Track[] {
  return Array.from({ length: work.trackCount }, (_, nth) => trackAt(world, work, nth));
}
