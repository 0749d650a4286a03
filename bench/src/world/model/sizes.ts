import { mix, Random } from '../random.ts';
import { styleOf } from './kinship.ts';
import { PURPOSE } from './purposes.ts';
import type { Sketch } from './world.ts';

/** 0 for the forgotten to 1 for the famous: they have more works, more pressings, more links. */
export function popularityOf(seed: number, artist: number): number {
  return mix(seed, PURPOSE.popularity, artist) / 4_294_967_296;
}

const STYLE_FACTORS = { group: 1.55, project: 1.2, person: 0.75 } as const;
const MOST_WORKS = 400;

/** Works of an artist of this popularity, before rounding: most have one or two, a few have hundreds. */
function expectedWorks(popularity: number): number {
  if (popularity < 0.3) return 0;
  if (popularity < 0.55) return 1;
  return 0.76 / (1.0012 - popularity) ** 0.72;
}

export function countWorks(sketch: Sketch, artist: number, mean: number): number {
  const random = new Random(mix(sketch.seed, PURPOSE.work, artist));
  const factor = (STYLE_FACTORS[styleOf(sketch, artist)] * mean) / 2;
  const expected = expectedWorks(popularityOf(sketch.seed, artist)) * factor;
  return Math.min(MOST_WORKS, Math.floor(expected + random.next()));
}

const MOST_RELEASES = 60;

/** Editions of a work: three in five were pressed once. */
export function countReleases({ seed }: Pick<Sketch, 'seed'>, work: number): number {
  const random = new Random(mix(seed, PURPOSE.pressings, work));
  const kind = random.next();
  if (kind < 0.6) return 1;
  if (kind < 0.79) return 2;
  if (kind < 0.88) return 3;
  return Math.min(MOST_RELEASES, Math.floor(3.4 / random.next() ** 0.45));
}

/** Discogs groups most works of several editions under a master, and a few of one. */
export function isMastered({ seed }: Pick<Sketch, 'seed'>, work: number, releases: number): boolean {
  const draw = mix(seed + 1, PURPOSE.pressings, work) % 1000;
  return draw < (releases > 1 ? 900 : 100);
}
