import { rm } from 'node:fs/promises';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { openResolver } from '@deadwax/resolver/open-resolver';
import type { Outcome } from '../outcome.ts';
import { type CsvRecord, prepareCsvReference } from './csv-reference.ts';
import { distractorVersion, isDistractor, makeDistractors } from './distractors.ts';
import { groupOrigins } from './group-origins.ts';
import { answerOf, type JudgedAlbum, judgeAlbum, legOf } from './judge-album.ts';
import { collectKnownAlbums, describeAlbum } from './known-albums.ts';
import { type LabelledAlbum, type ReferenceAlbum, readAlbums } from './read-labelled.ts';
import type { KnownAlbum } from './same-album.ts';

export interface AlbumCase extends JudgedAlbum {
  readonly query: LabelledAlbum;
  readonly result: BulkResolveResult;
}

export interface AlbumsRun {
  readonly outcomes: readonly Outcome[];
  /** Answerable rows with their results, for fitting. */
  readonly cases: readonly AlbumCase[];
  /** Rows whose true id is not in the reference: `correct` is an edition of the album, `linked` anything else. */
  readonly withoutId: readonly Outcome[];
  readonly rowsPerSecond: number;
}

interface AlbumsOptions {
  readonly workFolder: string;
  readonly distractors: number;
  readonly explain?: boolean;
  /** Keep references with distractors for the next run: some 1 GB each for five million. */
  readonly keep?: boolean;
  readonly progress?: (message: string) => void;
}

/** The labelled albums, each asked of a reference without the records of its own origin. Null where the data is not here. */
export async function runAlbums(options: AlbumsOptions): Promise<AlbumsRun | null> {
  const data = readAlbums();
  if (data === null) return null;
  const { queries, reference } = data;
  const known = collectKnownAlbums(queries, reference);
  const distracted = options.distractors > 0;
  // A reference with millions of distractors takes minutes: rows that cannot be answered are left out, and origins share it.
  const asked = distracted ? queries.filter(({ answerable }) => answerable) : queries;
  const origins = [...new Set(asked.map(({ origin }) => origin))].sort();
  const cases: AlbumCase[] = [];
  let milliseconds = 0;
  for (const group of distracted ? groupOrigins(asked, reference) : origins.map((origin) => [origin])) {
    const rows = asked.filter(({ origin }) => group.includes(origin));
    const { results, ms } = await askRows(rows, { ...options, group, ...data });
    milliseconds += ms;
    for (const [place, query] of rows.entries()) {
      const result = results[place] as BulkResolveResult;
      cases.push({ query, result, ...judgeAlbum(query, result, known) });
    }
    options.progress?.(`${group.join(' + ')}: ${rows.length} rows`);
  }
  const called = new Map([...known, ...describeDistractors(cases, { ...data, count: options.distractors })]);
  const set = distracted ? `albums among ${options.distractors}` : 'albums';
  const [answerable, withoutId] = [true, false].map((is) => cases.filter(({ query }) => query.answerable === is)) as [
    AlbumCase[],
    AlbumCase[],
  ];
  return {
    cases: answerable,
    outcomes: answerable.map((each) => toOutcome(each, set, called)),
    withoutId: withoutId.map((each) => toOutcome(each, 'albums without their id', called)),
    rowsPerSecond: Math.round((cases.length / Math.max(1, milliseconds)) * 1000),
  };
}

async function askRows(
  rows: readonly LabelledAlbum[],
  {
    workFolder,
    distractors,
    group,
    queries,
    reference,
    keep = true,
    explain = false,
  }: AlbumsOptions & Data & { readonly group: readonly string[] },
): Promise<{ results: BulkResolveResult[]; ms: number }> {
  const folder = await prepareCsvReference(workFolder, {
    name: `albums-${distractors}-${slugOf(group)}`,
    key: distractors > 0 ? `distractors ${distractors} ${distractorVersion}` : '',
    records: toRecords(reference.filter(({ origin }) => !group.includes(origin))),
    more: makeDistractors(nameAll({ queries, reference }), distractors),
    memoryLimit: '8GB',
  });
  const resolver = await openResolver({ snapshotDirectory: folder });
  const started = performance.now();
  const results = resolver.resolve(
    rows.map(({ artist, album }, place) => ({ library_id: place, artist_name: artist, album_title: album })),
    { includeTracks: false, explain },
  );
  const ms = performance.now() - started;
  if (distractors > 0 && !keep) await rm(folder, { recursive: true });
  return { results, ms };
}

interface Data {
  readonly queries: readonly LabelledAlbum[];
  readonly reference: readonly ReferenceAlbum[];
}

function nameAll({ queries, reference }: Data): { artist: string; title: string }[] {
  return [...reference, ...queries.map(({ artist, album }) => ({ artist, title: album }))];
}

/** What the distractors that were answered are called: they are made anew, since nobody holds millions. */
function* describeDistractors(
  cases: readonly AlbumCase[],
  { count, ...data }: Data & { readonly count: number },
): Generator<[string, KnownAlbum]> {
  const answered = new Set(cases.flatMap(({ result }) => answerOf(result) ?? []).filter(isDistractor));
  if (answered.size === 0) return;
  for (const { id, artist, title = '' } of makeDistractors(nameAll(data), count))
    if (answered.has(id)) yield [id, { artists: [artist], titles: [title] }];
}

function slugOf(origins: readonly string[]): string {
  return origins.map((origin) => origin.replace(/[^\p{L}\p{N}]/gu, '').slice(-12)).join('-');
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

function toOutcome(
  { query, result, judgement }: AlbumCase,
  set: string,
  known: ReadonlyMap<string, KnownAlbum>,
): Outcome {
  const answer = answerOf(result);
  const leg = answer === null ? undefined : legOf(result);
  const given = answer === null ? 'nothing' : `${answer} ${describeAlbum(known.get(answer))}`;
  const near = result.candidates
    .slice(0, 2)
    .map(({ artist_name: artist, name, confidence }) => `${artist ?? '?'} – ${name} @${confidence}`);
  return {
    set,
    group: query.origin,
    degradation: null,
    answerable: query.answerable,
    judgement,
    method: leg?.method ?? null,
    confidence: leg?.confidence ?? null,
    note: `${query.artist} | ${query.album} → ${given}; truth ${query.truth} ${describeAlbum(known.get(query.truth))}${near.length === 0 ? '' : `; near: ${near.join(', ')}`}`,
  };
}
