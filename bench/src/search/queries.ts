import type { SearchRequest } from '@deadwax/catalog/search/search-request';
import type { GeneratedLibrary } from '../library/generate-library.ts';
import { foldMarks } from '../world/names/fold.ts';
import { misspell } from '../world/names/variants.ts';
import { inventWord, VOCABULARY } from '../world/names/vocabulary.ts';
import { Random } from '../world/random.ts';

export interface BenchQuery {
  readonly kind: string;
  readonly request: SearchRequest;
  /** How many pages are read, one after the other. */
  readonly pages: number;
}

type Draw = (random: Random, library: GeneratedLibrary) => Omit<SearchRequest, 'cursor'>;

/** What people type, and how often. */
const KINDS: readonly (readonly [kind: string, share: number, draw: Draw, pages?: number])[] = [
  ['artist + title', 20, (random, { rows }) => drawBoth(random, rows)],
  ['artist', 16, (random, { rows }) => ({ q: random.pick(rows).artist_name })],
  ['title', 12, (random, { rows }) => ({ q: random.pick(rows).album_title })],
  [
    'typo',
    10,
    (random, { rows }) => ({ q: misspell(misspell(wordsOf(random.pick(rows).artist_name), random), random) }),
  ],
  ['alias', 6, (random, { aliases }) => ({ q: random.pick(aliases).variant })],
  ['credit', 6, (random, { credits }) => drawCredit(random, credits)],
  ['fields', 8, drawFields],
  ['filters', 5, drawFilters],
  [
    'sorted',
    4,
    (random) => ({ q: commonWord(random), sort: random.pick(['artist', 'album', 'plays', 'date'] as const) }),
  ],
  ['deep pages', 3, (random) => ({ q: commonWord(random) }), 6],
  ['absent', 3, (random) => ({ q: `${inventWord(random)}${inventWord(random)} ${inventWord(random)}x` })],
  ['common word', 3, (random) => ({ q: commonWord(random) })],
  ['common phrase', 2, (random) => ({ q: random.pick(phrases) })],
  ['one word', 4, (random, { rows }) => ({ q: random.pick(random.pick(rows).artist_name.split(/\s+/)) })],
  ['other form', 2, drawOtherForm],
  ['one letter', 1, (random) => ({ q: random.pick([...'aeimtx7']) })],
  ['signs only', 1, (random) => ({ q: random.pick(['!!!', '&', '...', '"?"', '- -', 'artist:!!!', "'"]) })],
];

// Words that hold thousands of records together, and no name.
const phrases = ['the best of', 'best of', 'the', 'songs from the', 'live', 'the ep', 'vol 2', 'various artists'];

/** A mixed set of queries against this library, in mixed order; the same for the same seed. */
export function drawQueries(library: GeneratedLibrary, count: number, seed: number): BenchQuery[] {
  const random = new Random(seed);
  const shares = KINDS.map(([, share]) => share);
  return Array.from({ length: count }, () => {
    const [kind, , draw, pages = 1] = KINDS[random.weighted(shares)]!;
    return { kind, request: { ...draw(random, library), limit: 50 }, pages };
  });
}

function wordsOf(text: string): string {
  return text.split(/\s+/).slice(0, 3).join(' ');
}

function drawBoth(random: Random, rows: GeneratedLibrary['rows']): SearchRequest {
  const { artist_name, album_title } = random.pick(rows);
  return { q: `${artist_name.split(/\s+/).at(-1)} ${random.pick(album_title.split(/\s+/))}` };
}

/** A name as another keyboard writes it: without its marks, or with each mark by itself. */
function drawOtherForm(random: Random, { artists }: GeneratedLibrary): SearchRequest {
  let { name } = random.pick(artists);
  for (let tries = 0; tries < 200 && name.normalize('NFD') === name; tries += 1) name = random.pick(artists).name;
  return { q: random.chance(0.5) ? name.normalize('NFD') : foldMarks(name) };
}

function drawCredit(random: Random, credits: GeneratedLibrary['credits']): SearchRequest {
  const { artist_name, track_title } = random.pick(credits);
  return { q: `${artist_name.split(/\s+/).at(-1)} ${track_title ?? ''}`.trim() };
}

function drawFields(random: Random, { rows }: GeneratedLibrary): SearchRequest {
  const { artist_name, album_title, label } = random.pick(rows);
  const from = random.between(1955, 2015);
  const word = (text: string) => random.pick(text.split(/\s+/));
  return random.pick([
    { q: `artist:(${artist_name}) album:${word(album_title)}` },
    { q: `artist:"${artist_name}"` },
    { q: `title:"${album_title}"` },
    { q: `label:${word(label ?? 'Records')} year:${from}..${from + 9}` },
    { q: `${word(album_title)} genre:jazz -format:vinyl` },
    { q: `(${word(album_title)} OR ${word(artist_name)}) year:${from}..` },
    { q: `${word(artist_name)} method:exact_match` },
  ]);
}

function drawFilters(random: Random, { genres, formats }: GeneratedLibrary): SearchRequest {
  const word = random.pickZipf(VOCABULARY.nouns);
  return random.pick<SearchRequest>([
    { q: word, filters: { genres: [random.pick(genres)], formats: [random.pick(formats)] } },
    { q: word, filters: { onStreaming: true, missing: false } },
    { q: '', filters: { missing: true }, sort: 'artist' },
    { q: '', filters: { rotationBins: ['H', 'M'] }, sort: 'date' },
    { q: '', filters: { genres: [random.pick(genres)] }, sort: 'artist' },
    { q: word, filters: { identityStatus: 'unresolved' } },
  ]);
}

function commonWord(random: Random): string {
  return random.pick(VOCABULARY.nouns.slice(0, 40));
}
