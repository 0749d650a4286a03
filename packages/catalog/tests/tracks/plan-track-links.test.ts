import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTrackLink, readTracks, type StoredCredit } from '../../src/tracks/plan-track-links.ts';
import { makeCompilation, makeTrack } from './samples.ts';

const credit: StoredCredit = {
  id: 5,
  libraryId: 1,
  artistName: 'Broadcast',
  trackTitle: 'Papercuts',
  trackPosition: null,
  trackArtistId: null,
  confidence: null,
  method: null,
};
const linked = { ...credit, trackArtistId: 7, confidence: 0.9, method: 'lml_backfill' };
const link = { id: 5, artistId: 7, confidence: 0.9, position: null };

describe('reading tracks', () => {
  it.each([
    ['one position', ['A1'], 'A1'],
    ['none', [null], null],
    ['the same twice', ['A1', 'A1'], 'A1'],
    ['two: neither is surer', ['A1', 'B2'], null],
    ['one beside none', ['A1', null], 'A1'],
    ['twenty characters, the column’s most', ['x'.repeat(20)], 'x'.repeat(20)],
    ['more than the column holds', ['x'.repeat(21)], null],
    ['an over-long one does not count beside a good one', ['x'.repeat(21), 'A1'], 'A1'],
    ['an empty one is none', ['', 'A1'], 'A1'],
    ['a character that the database refuses', ['A\u00001'], null],
  ])('offers a position of: %s', (_, positions, position) => {
    const tracks = positions.map((track_position) => makeTrack({ track_position }));
    expect(readTracks([makeCompilation(1, tracks)]).credits).toMatchObject([{ position }]);
  });

  it.each([
    ['0 is a confidence', 0, 0],
    ['1 is', 1, 1],
    ['above 1 is none', 1.5, null],
    ['below 0 is none', -0.1, null],
    ['no number is none', Number.NaN, null],
  ])('%s', (_, confidence, expected) => {
    const { credits, badConfidences } = readTracks([makeCompilation(1, [makeTrack({ confidence })])]);
    expect(credits).toMatchObject([{ confidence: expected }]);
    expect(badConfidences).toBe(expected === null ? 1 : 0);
  });

  it('takes the last of several entries on a credit', () => {
    const tracks = [makeTrack({ resolved_artist_name: 'First' }), makeTrack({ resolved_artist_name: 'Last' })];
    expect(readTracks([makeCompilation(1, tracks)]).credits).toMatchObject([{ resolvedName: 'Last' }]);
  });

  it('ignores misses, their positions too', () => {
    const tracks = [makeTrack({ resolved_artist_name: null, track_position: 'A9' }), makeTrack()];
    expect(readTracks([makeCompilation(1, tracks)]).credits).toMatchObject([{ position: null }]);
    expect(readTracks([makeCompilation(1, [makeTrack({ resolved_artist_name: null })])]).credits).toEqual([]);
  });

  it.each([
    ['not asked for', null, null, 0],
    ['not gone through yet', false, [], 0],
    ['gone through in vain', true, [], 0],
    ['gone through', true, [makeTrack()], 1],
    ['tracks against their own flag were gone through', false, [makeTrack()], 1],
  ])('reads the state: %s', (_, tracks_attempted, tracks, credits) => {
    expect(readTracks([{ ...makeCompilation(1, null), tracks_attempted, tracks }]).credits).toHaveLength(credits);
  });

  it('leaves tracks of single artists alone: they bear the credits of the source, not ours', () => {
    expect(readTracks([{ ...makeCompilation(1, [makeTrack()]), kind: 'single_artist' }]).credits).toEqual([]);
  });
});

describe('planning a link', () => {
  it.each([
    ['a credit without one', credit, {}, 7, link],
    ['the same again is nothing', linked, {}, 7, null],
    ['another artist', linked, {}, 8, { ...link, artistId: 8 }],
    ['the artist is not known any more', linked, {}, null, { ...link, artistId: null }],
    ['confidence as 32 bits hold it is the same', { ...linked, confidence: Math.fround(0.9) }, {}, 7, null],
    ['another confidence', linked, { confidence: 0.8 }, 7, { ...link, confidence: 0.8 }],
    ['a position where there is none', linked, { position: 'A1' }, 7, { ...link, position: 'A1' }],
    ['none where there is one', { ...linked, trackPosition: 'B2' }, { position: 'A1' }, 7, null],
    ['a librarian’s', { ...linked, method: 'librarian' }, { position: 'A1' }, 8, null],
    ['another method of the same artist', { ...linked, method: 'import' }, {}, 7, link],
  ] as const)('%s', (...row) => {
    const [, stored, offered, artistId, expected] = row;
    expect(planTrackLink(stored, { confidence: 0.9, position: null, ...offered }, artistId)).toEqual(expected);
  });

  it('has nothing left to do once a plan is stored', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(share, fc.option(fc.string()), fc.option(fc.integer()), (confidence, position, artistId) => {
        const plan = planTrackLink(credit, { confidence, position }, artistId);
        const stored = {
          ...credit,
          trackArtistId: plan?.artistId ?? null,
          trackPosition: plan?.position ?? null,
          confidence: plan?.confidence == null ? null : Math.fround(plan.confidence),
          method: 'lml_backfill',
        };
        expect(planTrackLink(stored, { confidence, position }, artistId)).toBeNull();
      }),
    );
  });
});
