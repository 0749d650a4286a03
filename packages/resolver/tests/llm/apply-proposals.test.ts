import type { BulkResolveResult } from '@deadwax/contract/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyProposals } from '../../src/llm/apply-proposals.ts';
import type { Outcome, Proposal } from '../../src/llm/link-proposer.ts';
import { findOpenCandidates } from '../../src/llm/open-candidates.ts';
import { expectContract } from '../api/expect-contract.ts';
import { makeCandidate, makeLeg, makeOpenResult } from './samples.ts';

const propose = (outcome: Outcome, place = 0): Proposal => ({ place, outcome, calls: 1 });
const link = (externalId: string, confidence: number, source = 'discogs_master'): Outcome => ({
  kind: 'link',
  source,
  externalId,
  confidence,
});

function expectResults(results: readonly BulkResolveResult[]): void {
  expectContract('BulkResolveLibrariesResponse', {
    results,
    contract_version: 1,
    resolver_version: 'toy',
    snapshot: 'toy-snapshot',
    tracks_contract_version: null,
    cache_stats: { memory_hits: 0, pg_hits: 0, pg_misses: 0, api_calls: 1, pg_time_ms: 0, api_time_ms: 2 },
  });
}

function apply(result: BulkResolveResult, outcome: Outcome, options = {}): BulkResolveResult {
  const before = structuredClone(result);
  const results = applyProposals([result], [propose(outcome)], options);
  expectResults(results);
  expect(result).toEqual(before);
  return results[0]!;
}

const found = { external_id: '9', method: 'exact_match', confidence: 1, reason: null } as const;
const unasked = { ...makeLeg('llm'), attempted: false, reason: 'error', candidate_count: null };

describe('a proposed link', () => {
  it('of a row without a verdict becomes its verdict', () => {
    const applied = apply(makeOpenResult(), link('2', 0.79));
    expect(applied).toMatchObject({ kind: 'single_artist', method: 'llm', confidence: 0.79, unresolved_reason: null });
    expect(applied.main).toMatchObject({ discogs_master_id: 2, artist: { discogs_artist_id: null } });
    expect(applied.provenance).toEqual([
      makeLeg('discogs_master', {
        external_id: '2',
        method: 'llm',
        confidence: 0.79,
        reason: null,
        url: 'https://www.discogs.com/master/2',
      }),
      makeOpenResult().provenance[1],
    ]);
    expect(applied.candidates).toEqual(makeOpenResult().candidates);
  });

  it.each([
    [0.7, 'single_artist'],
    [0.6999, 'unresolved'],
    [0.6, 'unresolved'],
  ])('at %d leaves the row %s', (confidence, kind) => {
    const applied = apply(makeOpenResult(), link('1', confidence));
    expect(applied).toMatchObject({ kind, unresolved_reason: kind === 'unresolved' ? 'ambiguous' : null });
    expect(applied.provenance[0]).toMatchObject({ external_id: '1', method: 'llm', confidence });
  });

  it('of an artist fills the artist’s id', () => {
    const candidate = makeCandidate(5, { source: 'discogs_artist', artist_name: null, year: null });
    const applied = apply(
      makeOpenResult({ candidates: [candidate], provenance: [makeLeg('discogs_artist')] }),
      link('5', 0.75, 'discogs_artist'),
    );
    expect(applied.main).toMatchObject({ discogs_master_id: null, artist: { discogs_artist_id: 5 } });
  });

  it('of a source of the operator’s own is an identity without a place in `main`', () => {
    const candidate = makeCandidate(5, { source: 'shop_release' });
    const open = makeOpenResult({ candidates: [candidate], provenance: [makeLeg('shop_release')] });
    expect(apply(open, link('5', 0.75, 'shop_release'))).toMatchObject({
      kind: 'single_artist',
      main: { discogs_master_id: null },
    });
  });

  it('of a compilation stands in provenance, as its ids do', () => {
    expect(apply(makeOpenResult({ kind: 'compilation' }), link('1', 0.75))).toMatchObject({
      kind: 'compilation',
      main: null,
      method: 'llm',
      confidence: 0.75,
    });
  });

  it('says that tracks were not looked at, where they were asked for', () => {
    expect(apply(makeOpenResult(), link('1', 0.75), { includeTracks: true })).toMatchObject({
      tracks_attempted: false,
      tracks: [],
    });
  });

  it('beside a verdict changes neither verdict nor identity', () => {
    const resolved = apply(makeOpenResult(), link('1', 0.75));
    const verdict = {
      ...resolved,
      method: 'cross_source_agreement' as const,
      confidence: 0.97,
      agreement_sources: ['discogs_artist', 'mb_artist'],
      candidates: [makeCandidate(7, { source: 'mb_release_group', external_id: 'x' })],
      provenance: [makeLeg('discogs_artist', found), makeLeg('mb_release_group')],
    };
    const applied = apply(verdict, link('x', 0.79, 'mb_release_group'));
    expect(applied).toEqual({ ...verdict, provenance: [verdict.provenance[0], expect.anything()] });
    expect(applied.provenance[1]).toMatchObject({ external_id: 'x', method: 'llm', confidence: 0.79 });
  });
});

describe('what is not a proposal counts as not asked', () => {
  it.each([
    ['an id that was not listed', link('3', 0.75)],
    ['a listed id of another source', link('1', 0.75, 'discogs_artist')],
    ['a confidence past the band', link('1', 0.8)],
    ['a confidence under the band', link('1', 0.59)],
    ['no number', link('1', Number.NaN)],
    ['no answer', { kind: 'unavailable', why: 'timeout' } as const],
  ])('%s', (_what, outcome) => {
    const open = makeOpenResult();
    expect(apply(open, outcome)).toEqual({ ...open, provenance: [...open.provenance, unasked] });
  });
});

describe('a model that chose none', () => {
  it('has looked, and the row stays as it was', () => {
    const open = makeOpenResult();
    const looked = makeLeg('llm', { reason: 'no_candidate', candidate_count: 2 });
    expect(apply(open, { kind: 'none' })).toEqual({ ...open, provenance: [...open.provenance, looked] });
  });
});

describe('candidates to choose from', () => {
  const names = (result: BulkResolveResult) => findOpenCandidates(result).map(({ external_id: id }) => id);
  it.each([
    { why: 'of a source that could not choose', leg: {}, row: {}, ids: ['1', '2'] },
    { why: 'of a source below the floor, without a verdict', leg: { reason: 'below_floor' }, row: {}, ids: ['1', '2'] },
    {
      why: 'of a source below the floor, beside a verdict',
      leg: { reason: 'below_floor' },
      row: { kind: 'compilation', method: 'exact_match', confidence: 1, unresolved_reason: null },
      ids: [],
    },
    { why: 'of a source that has an id', leg: found, row: {}, ids: [] },
    { why: 'that a person ruled on', leg: { attempted: false, reason: 'manual_override_protected' }, row: {}, ids: [] },
    { why: 'that was not asked', leg: { attempted: false, reason: 'prerequisite_failed' }, row: {}, ids: [] },
  ] as const)('$why: $ids', ({ leg, row, ids }) => {
    const result = makeOpenResult({ ...row, provenance: [makeLeg('discogs_master', leg)] });
    expect(names(result)).toEqual(ids);
    if (ids.length === 0) expect(applyProposals([result], [propose(link('1', 0.75))])[0]).toBe(result);
  });
});

describe('whatever is proposed', () => {
  const outcome = fc.oneof(
    fc.record({
      kind: fc.constant('link' as const),
      source: fc.constantFrom('discogs_master', 'discogs_artist', 'mb_artist', 'llm'),
      externalId: fc.constantFrom('1', '2', '3', '9', ''),
      confidence: fc.oneof(fc.double(), fc.double({ min: 0.6, max: 0.79, noNaN: true })),
    }),
    fc.constant({ kind: 'none' } as const),
    fc.constant({ kind: 'unavailable', why: 'failed' } as const),
  );
  const row = fc.record({
    leg: fc.constantFrom({}, found, { reason: 'below_floor' as const }),
    agreed: fc.boolean(),
  });

  it('keeps the contract, every id that was there, and every verdict that was there', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.array(outcome, { maxLength: 5 }),
        (rows, outcomes) => {
          const results = rows.map(({ leg, agreed }) => {
            const verdict = {
              method: 'exact_match',
              confidence: 1,
              unresolved_reason: null,
              kind: 'compilation',
            } as const;
            const provenance = [makeLeg('discogs_master', leg), makeLeg('mb_artist')];
            return makeOpenResult({ ...(agreed ? verdict : {}), provenance });
          });
          const applied = applyProposals(
            results,
            outcomes.map((each, place) => propose(each, place % 3)),
          );
          expectResults(applied);
          for (const [place, result] of applied.entries()) {
            const before = results[place]!;
            for (const [nth, leg] of before.provenance.entries()) {
              const { external_id: id, method, source } = result.provenance[nth]!;
              if (leg.external_id !== null) expect(result.provenance[nth]).toEqual(leg);
              else if (id !== null) {
                expect(method).toBe('llm');
                expect(before.candidates.some((each) => each.source === source && each.external_id === id)).toBe(true);
              }
            }
            if (before.method !== null) expect(result.method).toBe(before.method);
            expect(result.agreement_sources).toBe(before.agreement_sources);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
