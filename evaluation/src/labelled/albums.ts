import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Judgement, Outcome } from '../outcome.ts';
import { AUTHORITY, type CsvRecord, openCsvReference } from './csv-reference.ts';
import { makeDistractors } from './distractors.ts';
import { type LabelledAlbum, type ReferenceAlbum, readAlbums } from './read-labelled.ts';
import { isSameAlbum, type Strings } from './same-album.ts';

export interface AlbumsRun {
  readonly outcomes: readonly Outcome[];
  /** Rows with their results, for fitting. */
  readonly cases: readonly {
    readonly query: LabelledAlbum;
    readonly result: BulkResolveResult;
    readonly judgement: Judgement;
  }[];
  /** Rows without an answer in the reference: how many were answered, and how many of those with an edition of the album. */
  readonly unanswerable: { readonly rows: number; readonly answered: number; readonly editions: number };
  readonly rowsPerSecond: number;
}

const DISTRACTOR_SEED = 20_261;

/** The labelled albums, each asked against a reference without the records of its own origin. Null where the data is not here. */
export async function runAlbums(options: {
  workFolder: string;
  distractors: number;
  explain?: boolean;
  progress?: (message: string) => void;
}): Promise<AlbumsRun | null> {
  const data = readAlbums();
  if (data === null) return null;
  const { queries, reference } = data;
  const strings = collectStrings(queries, reference);
  const cases: AlbumsRun['cases'][number][] = [];
  const unanswerable = { rows: 0, answered: 0, editions: 0 };
  let milliseconds = 0;
  let asked = 0;
  for (const origin of [...new Set(queries.map((query) => query.origin))].sort()) {
    const own = queries.filter((query) => query.origin === origin);
    // With millions of distractors a reference takes minutes: rows that cannot be answered wait for the small one.
    const rows = options.distractors > 0 ? own.filter(({ answerable }) => answerable) : own;
    if (rows.length === 0) continue;
    const resolver = await openCsvReference(options.workFolder, {
      name: `albums-${options.distractors}`,
      key: `${origin} ${options.distractors}`,
      records: toRecords(reference.filter((record) => record.origin !== origin)),
      more: makeDistractors(reference, options.distractors, DISTRACTOR_SEED),
      memoryLimit: '12GB',
    });
    const started = performance.now();
    const results = resolver.resolve(
      rows.map(({ artist, album }, place) => ({ library_id: place, artist_name: artist, album_title: album })),
      { includeTracks: false, explain: options.explain === true },
    );
    milliseconds += performance.now() - started;
    asked += rows.length;
    for (const [place, query] of rows.entries()) {
      const result = results[place] as BulkResolveResult;
      const judgement = judgeAlbum(query, result, strings);
      if (query.answerable) cases.push({ query, result, judgement });
      else {
        unanswerable.rows += 1;
        if (answerOf(result) !== null) unanswerable.answered += 1;
        if (judgement === 'correct') unanswerable.editions += 1;
      }
    }
    options.progress?.(`${origin}: ${rows.length} rows`);
  }
  return {
    cases,
    outcomes: cases.map((each) => toOutcome(each, options.distractors, strings)),
    unanswerable,
    rowsPerSecond: Math.round((asked / Math.max(1, milliseconds)) * 1000),
  };
}

/** Every string an entity goes by, over all origins, those of the rows themselves included. */
function collectStrings(
  queries: readonly LabelledAlbum[],
  reference: readonly ReferenceAlbum[],
): Map<string, Strings[]> {
  const strings = new Map<string, Strings[]>();
  const add = (entity: string, each: Strings) => strings.set(entity, [...(strings.get(entity) ?? []), each]);
  for (const { entity, artist, title } of reference) add(entity, { artist, title });
  for (const { truth, artist, album } of queries) add(truth, { artist, title: album });
  return strings;
}

/** A record for each row: one id may stand under several strings. */
function toRecords(reference: readonly ReferenceAlbum[]): CsvRecord[] {
  const seen = new Map<string, number>();
  return reference.map(({ entity, artist, title, year }) => {
    const count = (seen.get(entity) ?? 0) + 1;
    seen.set(entity, count);
    return { id: count === 1 ? entity : `${entity}#${count}`, kind: 'release', artist, title, year };
  });
}

export function legOf(result: BulkResolveResult): BulkResolveResult['provenance'][number] | undefined {
  return result.provenance.find(({ source }) => source === `${AUTHORITY}_release`);
}

/** The entity that was answered, or null. */
export function answerOf(result: BulkResolveResult): string | null {
  return legOf(result)?.external_id?.replace(/#\d+$/, '') ?? null;
}

export function judgeAlbum(
  query: LabelledAlbum,
  result: BulkResolveResult,
  strings: ReadonlyMap<string, readonly Strings[]>,
): Judgement {
  const answer = answerOf(result);
  if (answer === null) return legOf(result)?.reason === 'ambiguous' ? 'ambiguous' : 'missed';
  if (answer === query.truth) return 'correct';
  const known = [...(strings.get(query.truth) ?? []), { artist: query.artist, title: query.album }];
  const given = strings.get(answer) ?? [];
  return given.some((each) => known.some((other) => isSameAlbum(each, other))) ? 'correct' : 'wrong';
}

function toOutcome(
  { query, result, judgement }: AlbumsRun['cases'][number],
  distractors: number,
  strings: ReadonlyMap<string, readonly Strings[]>,
): Outcome {
  const leg = legOf(result);
  const answer = answerOf(result);
  const say = (entity: string | null) =>
    entity === null
      ? 'nothing'
      : `${entity} ${(strings.get(entity) ?? [])
          .slice(0, 2)
          .map(({ artist, title }) => `${artist} – ${title}`)
          .join(' / ')}`;
  const near = result.candidates
    .slice(0, 2)
    .map(({ artist_name: artist, name, confidence }) => `${artist ?? ''} – ${name} @${confidence}`);
  return {
    set: distractors > 0 ? `albums among ${distractors}` : 'albums',
    group: query.origin,
    degradation: null,
    answerable: true,
    judgement,
    method: leg?.method ?? null,
    confidence: leg?.confidence ?? null,
    note: `${query.artist} | ${query.album} → ${say(answer)}; truth ${say(query.truth)}${near.length === 0 ? '' : `; near: ${near.join(', ')}`}`,
  };
}
