import { describe, expect, it } from 'vitest';
import { artistFormsOf } from './same-artist-form.ts';

describe('artistFormsOf', () => {
  it.each([
    ['Beyonce', 'Beyonce', 'match'],
    ['BEYONCÉ', 'Beyonce', 'match'],
    ['!!!', '!!!', 'match'],
    ['The Beatles', 'Beatles, The', 'identity'],
    ['X [US]', 'X [Australia]', 'identity'],
    ['M.I.A.', 'MIA', 'key'],
    ['Mark-Almond', 'Mark Almond', 'key'],
    ['John Smith /2', 'John Smith', 'key'],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(artistFormsOf(a).compare(b)).toBe(expected);
    expect(artistFormsOf(b).compare(a)).toBe(expected);
  });

  it('compares one name with many, each for itself', () => {
    const forms = artistFormsOf('The Fall');
    expect(['Fall', 'fall, the', 'The Fall (2)', 'THE FALL'].map((other) => forms.compare(other))).toEqual([
      'identity',
      'identity',
      'identity',
      'match',
    ]);
  });
});
