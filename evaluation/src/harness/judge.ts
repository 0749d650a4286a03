import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Judgement } from '../outcome.ts';
import type { Truth } from './cases/make-cases.ts';
import type { RecordId } from './catalogue/album.ts';

export interface Judged {
  readonly judgement: Judgement;
  /** Ids of the verdict that should not be there. */
  readonly wrong: readonly RecordId[];
}

/** Ids whose truth the catalogue knows. What streaming services call a record follows from these. */
const RELEASES = new Set(['discogs_master', 'discogs_release', 'mb_release_group', 'mb_release', 'wikidata']);
const ARTISTS = new Set(['discogs_artist', 'mb_artist', 'wikidata_artist']);

/**
 * Judges a verdict at album grain, and at artist grain beside it: a wrong artist is wrong whatever the album. Ids taken over
 * links count only where Discogs' own album follows, for the generated world has wrong links of artists on purpose.
 */
export function judge(result: BulkResolveResult, truth: Truth): Judged {
  const given = verdictOf(result);
  const releases = given.filter((id) => RELEASES.has(sourceOf(id)));
  const artists = given.filter((id) => ARTISTS.has(sourceOf(id)));
  const foreign = [
    ...releases.filter((id) => !truth.releases.has(id)),
    ...artists.filter((id) => !truth.artists.has(id)),
  ];
  const pressings = truth.pressing === null ? [] : singledOut(result);
  const wrong = [...foreign, ...pressings.filter((id) => id !== `discogs_release ${truth.pressing}`)];
  return { judgement: decide(result, { truth, releases, artists, wrong, pressings }), wrong };
}

interface Given {
  readonly truth: Truth;
  readonly releases: readonly RecordId[];
  readonly artists: readonly RecordId[];
  readonly wrong: readonly RecordId[];
  readonly pressings: readonly RecordId[];
}

function decide(result: BulkResolveResult, { truth, releases, artists, wrong, pressings }: Given): Judgement {
  if (truth.artistOnly) {
    if (releases.length > 0) return 'linked';
    if (wrong.length > 0) return 'wrong';
    if (artists.length > 0) return 'correct';
  } else if (truth.releases.size === 0) {
    return wrong.length > 0 ? 'linked' : 'abstained';
  } else {
    if (wrong.length > 0) return 'wrong';
    if (releases.length > 0) return truth.pressing === null || pressings.length > 0 ? 'correct' : 'missed';
  }
  if (!isAmbiguous(result)) return 'missed';
  return truth.open ? 'correct' : 'ambiguous';
}

function isAmbiguous({ candidates, provenance }: BulkResolveResult): boolean {
  return candidates.length > 0 || provenance.some(({ reason }) => reason === 'ambiguous');
}

/** Ids the verdict stands on: those of `main`, or of a compilation's provenance. */
function verdictOf(result: BulkResolveResult): RecordId[] {
  if (result.kind === 'unresolved') return [];
  const inMain = mainIds(result);
  return result.provenance.flatMap(({ source, external_id: id, method }) => {
    const record = `${source} ${id}`;
    const isJudged = method !== 'inherited' || /^discogs_(?:master|release)$/.test(source);
    if (id === null || !isJudged) return [];
    return result.kind === 'compilation' || inMain.has(record) ? [record] : [];
  });
}

function mainIds({ main }: BulkResolveResult): Set<RecordId> {
  if (main === null) return new Set();
  const { artist } = main;
  const named: readonly (readonly [source: string, id: string | number | null])[] = [
    ['discogs_master', main.discogs_master_id],
    ['discogs_release', main.discogs_release_id],
    ['mb_release_group', main.musicbrainz_release_group_mbid],
    ['mb_release', main.musicbrainz_release_mbid],
    ['wikidata', main.wikidata_qid],
    ['discogs_artist', artist.discogs_artist_id],
    ['mb_artist', artist.musicbrainz_artist_id],
    ['wikidata_artist', artist.wikidata_qid],
  ];
  return new Set(named.flatMap(([source, id]) => (id === null ? [] : [`${source} ${id}`])));
}

/** The pressing the verdict holds to be the very one, not one that stands for its album. */
function singledOut({ provenance }: BulkResolveResult): RecordId[] {
  return provenance.flatMap(({ source, external_id: id, method }) =>
    source === 'discogs_release' && id !== null && method !== 'inherited' ? [`${source} ${id}`] : [],
  );
}

function sourceOf(id: RecordId): string {
  return id.slice(0, id.indexOf(' '));
}
