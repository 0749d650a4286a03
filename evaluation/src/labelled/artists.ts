import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Judgement, Outcome } from '../outcome.ts';
import { wordsOf } from './album-title.ts';
import { AUTHORITY, type CsvRecord, openCsvReference } from './csv-reference.ts';
import { type LabelledArtist, type ReferenceArtist, readArtists } from './read-labelled.ts';
import { TrigramSearch } from './trigram-baseline.ts';

export interface ArtistsRun {
  readonly outcomes: readonly Outcome[];
  /**
   * Rows whose name several ids of the reference go by, letter for letter or but for case, marks and punctuation: right is to say
   * so. Empty where variations are masked.
   */
  readonly shared: readonly Outcome[];
  /** Of the shared names that were linked: how many to the id that lists the very spelling. */
  readonly sharedRight: number;
  /** Trigram similarity, the likest at .85, over the same rows and names; null where variations are in the reference. */
  readonly trigram: { readonly correct: number; readonly wrong: number } | null;
}

export const LETTER_FOR_LETTER = 'letter for letter';

interface ArtistsOptions {
  readonly workFolder: string;
  /** The sources' own variations stand in the reference; else they are masked, and only headings are there. */
  readonly variations: boolean;
  readonly progress?: (message: string) => void;
}

interface Group {
  readonly name: string;
  readonly queries: readonly LabelledArtist[];
  readonly records: readonly CsvRecord[];
}

/** The labelled artists by name alone, each asked of its own source. Null where the data is not here. */
export async function runArtists({ workFolder, variations, progress }: ArtistsOptions): Promise<ArtistsRun | null> {
  const data = readArtists();
  if (data === null) return null;
  const outcomes: Outcome[] = [];
  const shared: Outcome[] = [];
  let sharedRight = 0;
  const trigram = { correct: 0, wrong: 0 };
  for (const group of variations ? groupVaried(data) : groupMasked(data)) {
    const { queries, records } = group;
    const resolver = await openCsvReference(workFolder, { name: group.name, key: '', records });
    const results = resolver.resolve(
      queries.map(({ artist }, place) => ({ library_id: place, artist_name: artist, album_title: '' })),
      { includeTracks: false },
    );
    const bearers = { folded: groupByName(records, foldName), typed: groupByName(records, withoutNumber) };
    for (const [place, query] of queries.entries()) {
      const outcome = judgeArtist(query, results[place] as BulkResolveResult, variations);
      if (!variations || !isShared(bearers.folded, foldName(query.artist))) outcomes.push(outcome);
      else {
        const isTyped = isShared(bearers.typed, withoutNumber(query.artist));
        shared.push(judgeShared(outcome, isTyped ? LETTER_FOR_LETTER : 'but for case, marks and punctuation'));
        sharedRight += Number(outcome.judgement === 'correct');
      }
    }
    if (!variations) countTrigram(queries, records, trigram);
    progress?.(`${group.name}: ${queries.length} rows`);
  }
  return { outcomes, shared, sharedRight, trigram: variations ? null : trigram };
}

type Data = NonNullable<ReturnType<typeof readArtists>>;

/** What Wikidata calls an artist whose id is another source's is no variation of that source. */
const isOwnVariation = ({ origin }: LabelledArtist): boolean => !origin.startsWith('Wikidata name -> its');

function groupVaried({ queries, reference }: Data): Group[] {
  return [...Map.groupBy(queries.filter(isOwnVariation), ({ source }) => source)].map(([source, rows]) => ({
    name: `artists-varied-${source}`,
    queries: rows,
    records: toRecords(
      reference.filter((record) => record.source === source),
      rows,
    ),
  }));
}

/** By source, and by the origin whose names must be absent from the reference, where it has any. */
function groupMasked({ queries, reference }: Data): Group[] {
  const origins = new Set(reference.map(({ origin }) => origin));
  const groups = Map.groupBy(queries, ({ source, origin }) => `${source} ${origins.has(origin) ? origin : ''}`);
  return [...groups.values()].map((rows) => {
    const { source, origin } = rows[0] as LabelledArtist;
    const isKept = (record: ReferenceArtist) => record.source === source && record.origin !== origin;
    const name = `artists-masked-${source}${origins.has(origin) ? '-less-own' : ''}`;
    return { name, queries: rows, records: toRecords(reference.filter(isKept), []) };
  });
}

/** One record an id: its first heading, with its other names as variants. */
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
  const answer = result.kind === 'unresolved' ? null : (leg?.external_id ?? null);
  const isAmbiguous = leg?.reason === 'ambiguous' || result.unresolved_reason === 'ambiguous';
  let judgement: Judgement = answer === query.truth ? 'correct' : 'wrong';
  if (answer === null) judgement = isAmbiguous ? 'ambiguous' : 'missed';
  return {
    set: variations ? 'artists with variations' : 'artists, variations masked',
    group: query.origin,
    degradation: null,
    answerable: true,
    judgement,
    method: answer === null ? null : (leg?.method ?? null),
    confidence: answer === null ? null : (leg?.confidence ?? null),
    note: `${query.artist} → ${answer ?? (isAmbiguous ? 'several' : 'nothing')}; truth ${query.truth}`,
  };
}

/** Of a name that several bear, no answer by name alone is right. */
function judgeShared(outcome: Outcome, group: string): Outcome {
  const judgement = outcome.confidence === null ? 'abstained' : 'linked';
  return { ...outcome, set: 'artists of a shared name', group, answerable: false, judgement };
}

const isShared = (bearers: ReadonlyMap<string, ReadonlySet<string>>, name: string): boolean =>
  (bearers.get(name)?.size ?? 0) > 1;

/** Which ids go by a name. */
function groupByName(records: readonly CsvRecord[], keyOf: (name: string) => string): Map<string, Set<string>> {
  const bearers = new Map<string, Set<string>>();
  for (const { id, artist, variants = [] } of records)
    for (const name of [artist, ...variants]) {
      const key = keyOf(name);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(id));
    }
  return bearers;
}

/** Discogs tells namesakes apart by a number. */
function withoutNumber(name: string): string {
  return name.replace(/ \(\d+\)$/, '');
}

function foldName(name: string): string {
  return wordsOf(withoutNumber(name)).join('') || name.trim();
}

function countTrigram(
  queries: readonly LabelledArtist[],
  records: readonly CsvRecord[],
  counts: { correct: number; wrong: number },
): void {
  const search = new TrigramSearch(
    records.flatMap(({ id, artist, variants = [] }) =>
      [artist, ...variants].map((name) => ({ entity: id, name: withoutNumber(name) })),
    ),
  );
  for (const { artist, truth } of queries) {
    const answer = search.find(artist, 0.85);
    if (answer === truth) counts.correct += 1;
    else if (answer !== null) counts.wrong += 1;
  }
}
