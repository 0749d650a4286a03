import { makeLabelName } from '../world/names/label-name.ts';
import { makePhrase, makeWorkTitle, type WorkKind } from '../world/names/title.ts';
import type { Random } from '../world/random.ts';
import { LibraryRandom } from './library-random.ts';
import { type GeneratedArtist, lettersOf, makeArtists } from './names.ts';
import type { LibrarySizes } from './sizes.ts';

export interface GeneratedRow {
  readonly id: number;
  readonly artist_id: number;
  readonly artist_name: string;
  readonly album_title: string;
  readonly genre_id: number;
  readonly format_id: number;
  readonly label: string | null;
  readonly year: number | null;
  readonly shelf_code: string;
  readonly code_number: number;
  readonly code_volume_letters: string | null;
  readonly alternate_artist_name: string | null;
  readonly on_streaming: boolean | null;
  readonly lost: boolean;
  readonly added: string;
}

export interface GeneratedCredit {
  readonly library_id: number;
  readonly artist_name: string;
  readonly track_title: string | null;
  readonly track_position: string | null;
}

export interface GeneratedLibrary {
  readonly genres: readonly string[];
  readonly formats: readonly string[];
  /** The place in the list is the id, less one; pseudo-artists of compilations stand last. */
  readonly artists: readonly { readonly name: string; readonly letters: string; readonly number: number }[];
  readonly aliases: readonly { readonly artist_id: number; readonly variant: string }[];
  readonly rows: readonly GeneratedRow[];
  readonly credits: readonly GeneratedCredit[];
}

const genres =
  'Rock Electronic Jazz OCS Hiphop Blues Africa Asia Latin Reggae Soundtracks Classical Spoken Comedy Xmas'.split(' ');
const formats = ['cd', 'vinyl', 'vinyl 12"', 'vinyl 7"', 'vinyl 10"', 'cdr'];
const kinds: readonly WorkKind[] = ['album', 'ep', 'single', 'live', 'best_of', 'remixes'];
const titleLimit = 128;

/** A library as a station has it; the same for the same seed and sizes. */
export function generateLibrary(sizes: LibrarySizes, seed: number): GeneratedLibrary {
  const random = new LibraryRandom(seed);
  const artists = makeArtists(random, sizes.artists);
  const labels = Array.from({ length: Math.max(20, Math.ceil(sizes.rows / 20)) }, () => makeLabelName(random, 1));
  const single = makeRows(random, { artists, labels, count: sizes.rows - sizes.compilations });
  const pseudo = makePseudoArtists();
  const various = makeCompilations(random, { pseudo, labels, sizes });
  return {
    genres,
    formats,
    artists: [
      ...artists.map(({ name, letters, number }) => ({ name: name.text, letters, number })),
      ...pseudo.map(({ name }) => ({ name, letters: 'V/A', number: 0 })),
    ],
    aliases: artists.flatMap(({ variants }, place) => variants.map((variant) => ({ artist_id: place + 1, variant }))),
    rows: [...single, ...various],
    credits: makeCredits(random, { artists, rows: various, count: sizes.credits }),
  };
}

interface RowSources {
  readonly artists: readonly GeneratedArtist[];
  readonly labels: readonly string[];
  readonly count: number;
}

/** Each artist has a record; the others go to the few who have many. Some records are there on two carriers. */
function makeRows(random: Random, { artists, labels, count }: RowSources): GeneratedRow[] {
  const rows: GeneratedRow[] = [];
  const filed = new Map<number, number>();
  while (rows.length < count) {
    const last = rows.at(-1);
    if (last !== undefined && random.chance(0.1)) {
      rows.push({ ...last, id: rows.length + 1, format_id: (last.format_id % formats.length) + 1 });
      continue;
    }
    const place = rows.length < artists.length ? rows.length : drawArtist(random, artists.length);
    const { name, culture, letters, variants } = artists[place]!;
    const nth = filed.get(place) ?? 0;
    filed.set(place, nth + 1);
    const kind = kinds[random.weighted([70, 8, 8, 5, 4, 5])]!;
    const title = makeWorkTitle(random, { culture, kind, artist: name, nth });
    rows.push({
      ...makeCopy(random, labels),
      id: rows.length + 1,
      artist_id: place + 1,
      artist_name: name.text,
      album_title: title.text.slice(0, titleLimit).toWellFormed(),
      shelf_code: letters,
      code_number: nth + 1,
      alternate_artist_name: variants.length > 0 && random.chance(0.1) ? variants[0]! : null,
    });
  }
  return rows;
}

/** The best represented artists have some sixty records each, not thousands: weight 1 / (rank + 100). */
function drawArtist(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor(100 * ((count + 100) / 100) ** random.next() - 100));
}

type Copy = Omit<
  GeneratedRow,
  'id' | 'artist_id' | 'artist_name' | 'album_title' | 'shelf_code' | 'code_number' | 'alternate_artist_name'
>;

function makeCopy(random: Random, labels: readonly string[]): Copy {
  const day = new Date(Date.UTC(1980, 0, 1) + random.below(46 * 365) * 86_400_000 + random.below(86_400_000));
  return {
    genre_id: random.zipf(genres.length) + 1,
    format_id: random.weighted([45, 35, 8, 6, 1, 5]) + 1,
    label: random.chance(0.12) ? null : random.pickZipf(labels),
    year: random.chance(0.3) ? null : random.between(1955, 2026),
    code_volume_letters: random.chance(0.06) ? 'AB'[random.below(2)]! : null,
    on_streaming: random.chance(0.4) ? null : random.chance(0.85),
    lost: random.chance(0.01),
    added: day.toISOString(),
  };
}

function makePseudoArtists(): { readonly name: string; readonly genre: number }[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const filed = genres.map((genre, place) => ({ name: `Various Artists - ${genre}`, genre: place + 1 }));
  return [...filed, ...[...letters].map((letter) => ({ name: `Soundtracks - ${letter}`, genre: 11 }))];
}

function makeCompilations(
  random: Random,
  {
    pseudo,
    labels,
    sizes,
  }: { pseudo: ReturnType<typeof makePseudoArtists>; labels: readonly string[]; sizes: LibrarySizes },
): GeneratedRow[] {
  const culture = { ...makeArtists(random, 1)[0]!.culture, script: null };
  const first = sizes.rows - sizes.compilations + 1;
  return Array.from({ length: sizes.compilations }, (_, n) => {
    const place = random.zipf(pseudo.length);
    const { name, genre } = pseudo[place]!;
    const artist = { text: name, latin: name };
    const title = makeWorkTitle(random, {
      culture,
      kind: random.chance(0.8) ? 'various' : 'soundtrack',
      artist,
      nth: 1,
    });
    return {
      ...makeCopy(random, labels),
      id: first + n,
      artist_id: sizes.artists + place + 1,
      artist_name: name,
      album_title: title.text.slice(0, titleLimit),
      genre_id: genre,
      shelf_code: 'V/A',
      code_number: n + 1,
      code_volume_letters: lettersOf(title.latin)[0]!,
      alternate_artist_name: null,
    };
  });
}

/** A few compilations credit hundreds, most a dozen; some credits name no track, most no position. */
function makeCredits(
  random: Random,
  { artists, rows, count }: { artists: readonly GeneratedArtist[]; rows: readonly GeneratedRow[]; count: number },
): GeneratedCredit[] {
  const credits = new Map<string, GeneratedCredit>();
  for (let tries = 0; credits.size < count && rows.length > 0 && tries < count * 3; tries += 1) {
    const row = random.chance(0.5) ? random.pick(rows) : random.pickZipf(rows);
    const { name, culture } = random.chance(0.6) ? random.pick(artists) : random.pickZipf(artists);
    const title = random.chance(0.1) ? null : makePhrase(random, culture).text.slice(0, titleLimit);
    const credit = {
      library_id: row.id,
      artist_name: name.text,
      track_title: title,
      track_position: random.chance(0.78) ? null : drawPosition(random),
    };
    credits.set(`${row.id}\t${credit.artist_name}\t${title}`, credit);
  }
  return [...credits.values()];
}

/** Some are as long as the column takes. */
function drawPosition(random: Random): string {
  const [side, place] = ['AB'[random.below(2)]!, random.between(1, 9)];
  return random.chance(0.05) ? `Side ${side}, Track 0${place} bis` : `${side}${place}`;
}
