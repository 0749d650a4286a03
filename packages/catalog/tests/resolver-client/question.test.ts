import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { describe, expect, it } from 'vitest';
import { formatQuestionKey } from '../../src/resolver-client/question.ts';
import { makeInput } from './samples.ts';

const keyOf = (input: Partial<BulkResolveInput>, tracks = false) => formatQuestionKey(makeInput(input), tracks);

describe('equal questions', () => {
  it.each<[string, Partial<BulkResolveInput>, Partial<BulkResolveInput>]>([
    ['case', { artist_name: 'STEREOLAB' }, { artist_name: 'stereolab' }],
    ['ends', { artist_name: '  Stereolab\n' }, { artist_name: 'Stereolab' }],
    ['spaces', { album_title: 'Dots\tand   Loops' }, { album_title: 'Dots and Loops' }],
    ['composition of letters', { artist_name: 'Bjo\u0308rk' }, { artist_name: 'Bj\u00f6rk' }],
    ['null for absent', { label: null, year: null, is_compilation: null, neighbours: null }, {}],
    ['empty for absent', { label: ' ', neighbours: { titles: [], labels: null } }, {}],
    ['the number in the library', { library_id: 5 }, { library_id: 6 }],
    ['case of hints', { label: 'Duophonic' }, { label: 'DUOPHONIC ' }],
  ])('%s', (_what, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

describe('different questions', () => {
  it.each<[string, Partial<BulkResolveInput>, Partial<BulkResolveInput>]>([
    ['artist', { artist_name: 'Stereo Lab' }, {}],
    ['a bar in a name', { artist_name: 'a|b', album_title: 'c' }, { artist_name: 'a', album_title: 'b|c' }],
    ['swapped names', { artist_name: 'a', album_title: 'b' }, { artist_name: 'b', album_title: 'a' }],
    ['label', { label: 'Duophonic' }, {}],
    ['year', { year: 1997 }, { year: 1998 }],
    ['format', { format: 'CD' }, { format: 'LP' }],
    ['catalogue number', { catalog_number: 'D1' }, { catalog_number: 'D2' }],
    ['barcode', { barcode: '1' }, { barcode: '2' }],
    ['compilation or unknown', { is_compilation: false }, {}],
    ['shelf', { shelf_code: 'ST' }, {}],
    ['neighbours', { neighbours: { titles: ['a'] } }, { neighbours: { labels: ['a'] } }],
    ['older number', { legacy_release_id: 1 }, { legacy_release_id: 2 }],
    ['same text in another field', { format: 'x' }, { barcode: 'x' }],
  ])('%s', (_what, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('with and without tracks', () => {
    expect(keyOf({}, true)).not.toBe(keyOf({}, false));
  });
});
