import { CULTURES, type Culture } from '../names/culture.ts';
import { makeWorkTitle, type Title, type WorkKind } from '../names/title.ts';
import { mix, Random } from '../random.ts';
import { isOnDiscogs } from './artist.ts';
import { cultureOf } from './kinship.ts';
import { artistNameOf } from './names.ts';
import { PURPOSE } from './purposes.ts';
import { isMastered } from './sizes.ts';
import { artistOfWork, type World } from './world.ts';

/** Stands for "various artists" where an artist's index would. */
export const VARIOUS = -1;

export interface Credit {
  readonly artist: number;
  /** What joins it to the next; empty for the last. */
  readonly join: string;
}

export interface Work {
  readonly index: number;
  readonly kind: WorkKind;
  readonly title: Title;
  readonly credits: readonly Credit[];
  readonly culture: Culture;
  /** 0 when nobody knows. */
  readonly year: number;
  readonly genre: string;
  readonly styles: readonly string[];
  readonly trackCount: number;
  readonly mastered: boolean;
  readonly onDiscogs: boolean;
  readonly firstRelease: number;
  readonly releaseCount: number;
}

const GENRES: readonly (readonly [genre: string, weight: number, styles: readonly string[]])[] = [
  ['Rock', 30, ['Indie Rock', 'Alternative Rock', 'Punk', 'Psychedelic Rock', 'Hard Rock', 'Lo-Fi', 'Garage Rock']],
  ['Electronic', 30, ['House', 'Techno', 'Ambient', 'Synth-pop', 'Drum n Bass', 'Experimental', 'Dub Techno']],
  ['Pop', 14, ['Ballad', 'Chanson', 'Schlager', 'Vocal', 'Europop']],
  ['Jazz', 9, ['Free Jazz', 'Hard Bop', 'Soul-Jazz', 'Fusion', 'Big Band']],
  ['Folk, World, & Country', 7, ['Folk', 'Country', 'African', 'Bluegrass', 'Fado']],
  ['Funk / Soul', 6, ['Soul', 'Funk', 'Disco', 'Gospel']],
  ['Hip Hop', 6, ['Boom Bap', 'Instrumental', 'Conscious', 'Turntablism']],
  ['Reggae', 3, ['Roots Reggae', 'Dub', 'Dancehall', 'Lovers Rock']],
  ['Latin', 3, ['Salsa', 'Cumbia', 'MPB', 'Tango']],
  ['Classical', 3, ['Modern', 'Contemporary', 'Baroque']],
  ['Stage & Screen', 1, ['Soundtrack', 'Score']],
];
const GENRE_WEIGHTS = GENRES.map(([, weight]) => weight);

const KINDS: readonly WorkKind[] = ['album', 'single', 'ep', 'live', 'best_of', 'remixes', 'soundtrack'];
const KIND_WEIGHTS = [47, 24, 14, 4, 6, 3, 2];

const JOINS = [',', '/', '&', 'And', '-', 'Feat.', 'Featuring', '•', 'With', '.', 'vs.', 'Con', 'Et', 'Present', 'X'];
const JOIN_WEIGHTS = [107, 31, 25, 11, 11, 9, 7, 5, 5, 3, 4, 2, 2, 2, 2];

function drawCredits(world: World, work: number, random: Random): Credit[] {
  if (work >= world.artistWorks) return [{ artist: VARIOUS, join: '' }];
  const artists = [artistOfWork(world, work)];
  const draw = random.next();
  const others = draw < 0.859 ? 0 : draw < 0.947 ? 1 : draw < 0.981 ? 2 : random.between(3, 6);
  for (let k = 0; k < others; k += 1) {
    const other = random.below(world.artists);
    if (!artists.includes(other)) artists.push(other);
  }
  const join = () => JOINS[random.weighted(JOIN_WEIGHTS)]!;
  return artists.map((artist, k) => ({
    artist,
    join: k === artists.length - 1 ? '' : k < artists.length - 2 ? ',' : join(),
  }));
}

function drawTrackCount(kind: WorkKind, random: Random): number {
  switch (kind) {
    case 'single':
      return random.between(2, 3);
    case 'ep':
    case 'remixes':
      return random.between(3, 6);
    case 'best_of':
    case 'various':
      return random.between(12, 22);
    default:
      return random.chance(0.03) ? random.between(18, 40) : random.between(7, 14);
  }
}

function drawKind(various: boolean, random: Random): WorkKind {
  if (various) return random.chance(0.14) ? 'soundtrack' : 'various';
  return KINDS[random.weighted(KIND_WEIGHTS)]!;
}

/** Cheaper than the whole work: what title it bears, before it is set apart from the artist's other titles. */
function drawTitle(world: World, work: number, kind: WorkKind): Title {
  const random = new Random(mix(world.seed, PURPOSE.title, work));
  if (work >= world.artistWorks) {
    const culture = CULTURES[0]!;
    return makeWorkTitle(random, { culture, kind, artist: { text: '', latin: '' }, nth: 1 });
  }
  const artist = artistOfWork(world, work);
  const nth = work - world.workStart[artist]!;
  return makeWorkTitle(random, { culture: cultureOf(world, artist), kind, artist: artistNameOf(world, artist), nth });
}

function kindOf(world: World, work: number): WorkKind {
  return drawKind(work >= world.artistWorks, new Random(mix(world.seed + 1, PURPOSE.title, work)));
}

const ROMAN = ['', ' II', ' III', ' IV', ' V', ' VI', ' VII', ' VIII', ' IX', ' X'];

/** An artist's titles differ: the second of one name becomes its `II`. */
export function titleOf(world: World, work: number, kind: WorkKind = kindOf(world, work)): Title {
  const title = drawTitle(world, work, kind);
  if (work >= world.artistWorks) return title;
  const first = world.workStart[artistOfWork(world, work)]!;
  let earlier = 0;
  for (let k = Math.max(first, work - 40); k < work; k += 1) {
    if (drawTitle(world, k, kindOf(world, k)).text === title.text) earlier += 1;
  }
  const tail = ROMAN[earlier] ?? ` ${earlier + 1}`;
  return { text: title.text + tail, latin: title.latin + tail };
}

export function workAt(world: World, index: number): Work {
  const random = new Random(mix(world.seed + 2, PURPOSE.work, index));
  const kind = kindOf(world, index);
  const credits = drawCredits(world, index, random);
  const main = credits[0]!.artist;
  const [genre, , styles] = GENRES[kind === 'soundtrack' ? GENRES.length - 1 : random.weighted(GENRE_WEIGHTS)]!;
  const firstRelease = world.releaseStart[index]!;
  const releaseCount = world.releaseStart[index + 1]! - firstRelease;
  return {
    index,
    kind,
    title: titleOf(world, index, kind),
    credits,
    culture: main === VARIOUS ? CULTURES[index % 6]! : cultureOf(world, main),
    year: random.chance(0.035) ? 0 : 1952 + Math.floor(73 * random.next() ** 0.62),
    genre,
    styles: random.chance(0.12)
      ? []
      : random.chance(0.6)
        ? [random.pick(styles)]
        : [...new Set([random.pick(styles), random.pick(styles)])],
    trackCount: drawTrackCount(kind, random),
    mastered: isMastered(world, index, releaseCount),
    onDiscogs: main === VARIOUS || isOnDiscogs(world, main),
    firstRelease,
    releaseCount,
  };
}
