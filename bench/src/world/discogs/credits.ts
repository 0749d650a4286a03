import { creditedAs, isOnDiscogs } from '../model/artist.ts';
import { DISCOGS_VARIOUS, discogsId } from '../model/ids.ts';
import { artistNameOf, discogsArtistName } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import { type Credit, VARIOUS, type Work } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { element, wrap } from '../output/xml.ts';
import { mix, Random } from '../random.ts';

const ROLES = [
  'Written-By',
  'Producer',
  'Mastered By',
  'Engineer',
  'Guitar',
  'Vocals',
  'Drums',
  'Design [Sleeve]',
  'Mixed By, Recorded By',
  'Remix',
  'Bass',
  'Photography By',
  'Keyboards [Rhodes], Piano',
  'Saxophone [Alto]',
  'Arranged By',
  'Liner Notes',
  'Executive-Producer',
];

interface CreditText {
  readonly artist: number;
  readonly anv?: string;
  readonly join?: string;
  readonly role?: string;
  readonly tracks?: string;
}

/** An artist Discogs has no page for is credited with id 0. */
export function creditXml(world: World, { artist, anv = '', join = '', role = '', tracks = '' }: CreditText): string {
  if (artist === VARIOUS)
    return `<artist><id>${DISCOGS_VARIOUS}</id><name>Various</name>${element('join', join)}</artist>`;
  const known = isOnDiscogs(world, artist);
  const id = known ? discogsId(world.seed, artist) : 0;
  const name = known ? discogsArtistName(world, artist) : artistNameOf(world, artist).text;
  return `<artist><id>${id}</id>${element('name', name)}${element('anv', anv)}${element('join', join)}${element('role', role)}${element('tracks', tracks)}</artist>`;
}

/** Main credits of a work, as one edition of it (or its master) prints the names. */
export function mainCreditsXml(world: World, credits: readonly Credit[], print: number): string {
  const random = new Random(mix(world.seed, PURPOSE.spelling, print));
  const markup = credits.map(({ artist, join }) =>
    creditXml(world, { artist, anv: artist === VARIOUS ? '' : creditedAs(world, artist, random), join }),
  );
  return wrap('artists', markup.join(''));
}

/** Who else had a hand in the work; the same on each of its editions. */
export function extraCreditsXml(world: World, work: Work): string {
  const random = new Random(mix(world.seed, PURPOSE.extraCredits, work.index));
  const count = random.chance(0.42) ? 1 + random.zipf(14) : 0;
  let markup = '';
  for (let k = 0; k < count; k += 1) {
    const main = work.credits[0]!.artist;
    const artist = main !== VARIOUS && random.chance(0.2) ? main : random.below(world.artists);
    const tracks = random.chance(0.17) ? random.pick(['A1 to A3', 'A1, B2', 'B1', '1, 4', '2 to 5']) : '';
    markup += creditXml(world, {
      artist,
      anv: creditedAs(world, artist, random),
      role: random.pickZipf(ROLES),
      tracks,
    });
  }
  return wrap('extraartists', markup);
}
