import type { BulkResolveResult, ProvenanceEntry } from '@deadwax/contract/schemas';
import { describe, expect, it } from 'vitest';
import type { Truth } from '../../src/harness/cases/make-cases.ts';
import { judge } from '../../src/harness/judge.ts';

const answerable: Truth = {
  artists: new Set(['discogs_artist 7', 'mb_artist a']),
  releases: new Set(['discogs_master 10', 'discogs_release 11', 'discogs_release 12', 'mb_release_group g']),
  pressing: null,
  artistOnly: false,
  open: false,
};
const missing: Truth = { ...answerable, releases: new Set() };
const nobody: Truth = { ...missing, artists: new Set() };
const artistOnly: Truth = { ...missing, artistOnly: true };

const FIELDS: Readonly<Record<string, string>> = {
  discogs_master: 'discogs_master_id',
  discogs_release: 'discogs_release_id',
  mb_release_group: 'musicbrainz_release_group_mbid',
  wikidata: 'wikidata_qid',
};
const ARTIST_FIELDS: Readonly<Record<string, string>> = {
  discogs_artist: 'discogs_artist_id',
  mb_artist: 'musicbrainz_artist_id',
};

interface Given {
  readonly kind?: BulkResolveResult['kind'];
  /** `source id`, with ` ~` behind an inherited one and ` -` behind one that is not in `main`. */
  readonly legs?: readonly string[];
  readonly ambiguous?: boolean;
  readonly candidates?: number;
}

/** A verdict of these legs. */
function verdict({ kind = 'single_artist', legs = [], ambiguous = false, candidates = 0 }: Given): BulkResolveResult {
  const read = legs.map((leg) => leg.split(' ') as [source: string, id: string, mark?: string]);
  const main: Record<string, unknown> = {};
  const artist: Record<string, unknown> = {};
  for (const [source, id, mark] of read) {
    if (mark === '-') continue;
    const value = source.startsWith('discogs') ? Number(id) : id;
    if (FIELDS[source]) main[FIELDS[source]] = value;
    if (ARTIST_FIELDS[source]) artist[ARTIST_FIELDS[source]] = value;
  }
  const all = [...Object.values(FIELDS), 'musicbrainz_release_mbid'].map((field) => [field, main[field] ?? null]);
  const artists = [...Object.values(ARTIST_FIELDS), 'wikidata_qid'].map((field) => [field, artist[field] ?? null]);
  const provenance = read.map(([source, id, mark]) => ({
    source,
    external_id: id,
    method: mark === '~' ? 'inherited' : 'exact_match',
    reason: null,
  }));
  if (ambiguous) provenance.push({ source: 'discogs_artist', external_id: null, reason: 'ambiguous' } as never);
  return {
    kind,
    main: kind === 'single_artist' ? { ...Object.fromEntries(all), artist: Object.fromEntries(artists) } : null,
    provenance: provenance as unknown as ProvenanceEntry[],
    candidates: Array.from({ length: candidates }, () => ({})),
  } as unknown as BulkResolveResult;
}

const table: readonly (readonly [why: string, truth: Truth, given: Given, judgement: string])[] = [
  ['the master', answerable, { legs: ['discogs_master 10', 'discogs_artist 7'] }, 'correct'],
  ['any pressing of it', answerable, { legs: ['discogs_release 12'] }, 'correct'],
  ['another album', answerable, { legs: ['discogs_master 99'] }, 'wrong'],
  [
    'the album beside another source’s other album',
    answerable,
    { legs: ['discogs_master 10', 'mb_release_group h'] },
    'wrong',
  ],
  [
    'an inherited id of another source does not count',
    answerable,
    { legs: ['discogs_master 10', 'mb_release_group h ~'] },
    'correct',
  ],
  ['an inherited Discogs id does', answerable, { legs: ['mb_release_group g', 'discogs_release 99 ~'] }, 'wrong'],
  ['nor does an inherited artist', answerable, { legs: ['discogs_master 10', 'discogs_artist 8 ~'] }, 'correct'],
  ['the right album of a wrong artist', answerable, { legs: ['discogs_master 10', 'discogs_artist 8'] }, 'wrong'],
  ['a demoted leg is no verdict', answerable, { legs: ['discogs_master 10', 'mb_release_group h -'] }, 'correct'],
  ['the artist alone', answerable, { legs: ['discogs_artist 7'] }, 'missed'],
  ['the artist, and albums to choose from', answerable, { legs: ['discogs_artist 7'], candidates: 2 }, 'ambiguous'],
  ['a leg that could not choose', answerable, { kind: 'unresolved', ambiguous: true }, 'ambiguous'],
  [
    'the same where the row tells no better',
    { ...answerable, open: true },
    { kind: 'unresolved', ambiguous: true },
    'correct',
  ],
  ['nothing', answerable, { kind: 'unresolved' }, 'missed'],
  ['ids below the floor', answerable, { kind: 'unresolved', legs: ['discogs_master 99 -'] }, 'missed'],
  ['a compilation', answerable, { kind: 'compilation', legs: ['discogs_release 12'] }, 'correct'],
  ['another compilation', answerable, { kind: 'compilation', legs: ['discogs_release 99'] }, 'wrong'],
  ['a missing album left open', missing, { kind: 'unresolved' }, 'abstained'],
  ['a missing album, its artist linked', missing, { legs: ['discogs_artist 7'] }, 'abstained'],
  ['a missing album, another linked', missing, { legs: ['discogs_artist 7', 'discogs_release 99'] }, 'linked'],
  ['a missing album, another artist linked', missing, { legs: ['discogs_artist 8'] }, 'linked'],
  ['a missing artist, a homonym linked', nobody, { legs: ['discogs_artist 8'] }, 'linked'],
  ['a missing artist left open', nobody, { kind: 'unresolved', candidates: 3 }, 'abstained'],
  ['only the artist is there', artistOnly, { legs: ['discogs_artist 7'] }, 'correct'],
  [
    'only the artist is there, an album linked',
    artistOnly,
    { legs: ['discogs_artist 7', 'discogs_master 99'] },
    'linked',
  ],
  ['only the artist is there, another linked', artistOnly, { legs: ['discogs_artist 8'] }, 'wrong'],
  ['only the artist is there, nothing linked', artistOnly, { kind: 'unresolved' }, 'missed'],
  [
    'the very pressing',
    { ...answerable, pressing: '12' },
    { legs: ['discogs_master 10', 'discogs_release 12'] },
    'correct',
  ],
  [
    'one that stands for its album',
    { ...answerable, pressing: '12' },
    { legs: ['discogs_master 10', 'discogs_release 11 ~'] },
    'missed',
  ],
  [
    'another pressing as the very one',
    { ...answerable, pressing: '12' },
    { legs: ['discogs_master 10', 'discogs_release 11'] },
    'wrong',
  ],
];

describe('judge', () => {
  it.each(table)('%s', (_, truth, given, judgement) => {
    expect(judge(verdict(given), truth).judgement).toBe(judgement);
  });

  it('names the ids that should not be there', () => {
    const given = verdict({ legs: ['discogs_master 10', 'mb_release_group h', 'discogs_artist 8'] });
    expect(judge(given, answerable).wrong).toEqual(['mb_release_group h', 'discogs_artist 8']);
  });
});
