import { describe, expect, it } from 'vitest';
import { TrigramSearch, trigramsOf } from '../../src/labelled/trigram-baseline.ts';

describe('trigramsOf', () => {
  it.each([
    ['cat', ['  c', ' ca', 'cat', 'at ']],
    ['Foo|bar', ['  f', ' fo', 'foo', 'oo ', '  b', ' ba', 'bar', 'ar ']],
    ['', []],
  ])('cuts %j as pg_trgm does', (text, trigrams) => {
    expect([...trigramsOf(text)]).toEqual(trigrams);
  });
});

describe('TrigramSearch', () => {
  const search = new TrigramSearch([
    { entity: '1', name: 'two words' },
    { entity: '2', name: 'Nirvana' },
    { entity: '3', name: 'nirvana' },
  ]);

  it('finds by the share of trigrams in common', () => {
    // `word` and `two words` share 4 of 11 trigrams.
    expect(search.find('word', 4 / 11)).toBe('1');
    expect(search.find('word', 4 / 11 + 1e-9)).toBeNull();
  });

  it('gives the first of equals, and nothing for signs', () => {
    expect(search.find('NIRVANA', 0.85)).toBe('2');
    expect(search.find('!!!', 0.85)).toBeNull();
  });
});
