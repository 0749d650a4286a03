import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Judgement, Outcome } from '../outcome.ts';
import { AUTHORITY, type CsvRecord, openCsvReference } from './csv-reference.ts';
import { type LabelledArtist, type ReferenceArtist, readArtists } from './read-labelled.ts';
import { TrigramSearch } from './trigram-baseline.ts';

export interface ArtistsRun {
  readonly outcomes: readonly Outcome[];
  /** Rows whose very name belongs to more than one entity of the reference. */
  readonly collisions: { readonly rows: number; readonly ambiguous: number; readonly linked: number };
  /** Trigram similarity .85, the likest, over the same rows and names; null where variations are in the reference. */
  readonly trigram: { readonly correct: number; readonly wrong: number } | null;
}

/**
 * The labelled artists by name alone, each asked of its own source. `variations`: the sources' own variations stand in the
 * reference; else they are masked, and only headings are there. Null where the data is not here.
 */
export async function runArtists(options: { workFolder: string; variations: boolean }): Promise<ArtistsRun | null> {
  const data = readArtists();
  if (data === null) return null;
  const outcomes: Outcome[] = [];
  const collisions = { rows: 0, ambiguous: 0, linked: 0 };
  const trigram = { correct: 0, wrong: 0 };
  for (const { source, origin, queries } of groupQueries(data)) {
    const reference = data.reference.filter((record) => record.source === source && record.origin !== origin);
    const records = toRecords(reference, options.variations ? queries : []);
    const resolver = await openCsvReference(options.workFolder, { name: 'artists', key: source, records });
    const results = resolver.resolve(
      queries.map(({ artist }, place) => ({ library_id: place, artist_name: artist, album_title: '' })),
      { includeTracks: false },
    );
    const shared = sharedNames(records);
    for (const [place, query] of queries.entries()) {
      const outcome = judgeArtist(query, results[place] as BulkResolveResult, options.variations);
      outcomes.push(outcome);
      if ((shared.get(fold(query.artist))?.size ?? 0) < 2) continue;
      collisions.rows += 1;
      if (outcome.judgement === 'ambiguous') collisions.ambiguous += 1;
      else if (outcome.judgement !== 'missed') collisions.linked += 1;
    }
    if (!options.variations) countTrigram(queries, records, trigram);
  }
  return { outcomes, collisions, trigram: options.variations ? null : trigram };
}

/** The rows by source, and by the origin whose names must be absent from their reference (`` where it has none of them). */
function groupQueries({ queries, reference }: { queries: LabelledArtist[]; reference: ReferenceArtist[] }) {
  const origins = new Set(reference.map(({ origin }) => origin));
  const groups = new Map<string, { source: string; origin: string; queries: LabelledArtist[] }>();
  for (const query of queries) {
    const origin = origins.has(query.origin) ? query.origin : '';
    const key = `${query.source} ${origin}`;
    const group = groups.get(key) ?? { source: query.source, origin, queries: [] };
    group.queries.push(query);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One record an entity: its first heading, with its other names as variants. */
function toRecords(reference: readonly ReferenceArtist[], varied: readonly LabelledArtist[]): CsvRecord[] {
  const names = new Map<string, Set<string>>();
  for (const { entity, name } of reference) names.set(entity, (names.get(entity) ?? new Set()).add(name));
  for (const { truth, artist } of varied) names.get(truth)?.add(artist);
  return [...names].map(([id, known]) => {
    const [artist = '', ...variants] = known;
    return { id, kind: 'artist', artist, variants };
  });
}

function judgeArtist(query: LabelledArtist, result: BulkResolveResult, variations: boolean): Outcome {
  const leg = result.provenance.find(({ source }) => source === `${AUTHORITY}_artist`);
  const answer = leg?.external_id ?? null;
  let judgement: Judgement = answer === query.truth ? 'correct' : 'wrong';
  if (answer === null) judgement = leg?.reason === 'ambiguous' ? 'ambiguous' : 'missed';
  return {
    set: variations ? 'artists with variations' : 'artists, variations masked',
    group: query.origin,
    degradation: null,
    answerable: true,
    judgement,
    method: leg?.method ?? null,
    confidence: leg?.confidence ?? null,
    note: `${query.artist} → ${answer ?? 'nothing'}; truth ${query.truth}`,
  };
}

/** Which entities go by a name, folded to letters and digits. */
function sharedNames(records: readonly CsvRecord[]): Map<string, Set<string>> {
  const shared = new Map<string, Set<string>>();
  for (const { id, artist, variants = [] } of records)
    for (const name of [artist.replace(/ \(\d+\)$/, ''), ...variants])
      shared.set(fold(name), (shared.get(fold(name)) ?? new Set()).add(id));
  return shared;
}

function fold(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' ? text : folded;
}

function countTrigram(
  queries: readonly LabelledArtist[],
  records: readonly CsvRecord[],
  counts: { correct: number; wrong: number },
): void {
  const search = new TrigramSearch(
    records.flatMap(({ id, artist, variants = [] }) =>
      [artist.replace(/ \(\d+\)$/, ''), ...variants].map((name) => ({ entity: id, name })),
    ),
  );
  for (const { artist, truth } of queries) {
    const answer = search.find(artist, 0.85);
    if (answer === truth) counts.correct += 1;
    else if (answer !== null) counts.wrong += 1;
  }
}
