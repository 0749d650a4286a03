import { describe, expect, it } from 'vitest';
import { nameQualifier } from './name-qualifier.ts';
import { sameArtistForm } from './same-artist-form.ts';

describe('nameQualifier', () => {
  it.each([
    ['Bill Evans', 'bill evans', null],
    ['Bill Evans (Living)', 'bill evans', '(living)'],
    ['X [US]', 'x', '(us)'],
    ['X (2)', 'x', '(2)'],
    ['X [2]', 'x', '(2)'],
    ['X（２）', 'x', '(2)'],
    ['X (02)', 'x', '(02)'],
    ['X [US] (2)', 'x', '(us)(2)'],
    ['X (US (South))', 'x', '(us (south))'],
    ['X ()', 'x', null],
    ['(Smog)', '(smog)', null],
    ['(Smog) (2)', '(smog)', '(2)'],
    ['(A)(B)', '(a)', '(b)'],
    ['Sun O)))', 'sun o)))', null],
    ['The Fall /2', 'the fall /2', null],
    ['', '', null],
  ])('parts %j', (name, base, qualifier) => {
    expect(nameQualifier(name)).toEqual({ base, qualifier });
  });
});

describe('sameArtistForm', () => {
  it.each([
    ['BEYONCÉ', 'Beyonce', 'match'],
    ['The Beatles', 'Beatles, The', 'identity'],
    ['X [US]', 'X [Australia]', 'identity'],
    ['M.I.A.', 'MIA', 'key'],
    ['Mark-Almond', 'Mark Almond', 'key'],
    ['John Smith /2', 'John Smith', 'key'],
    ['!!!', '???', 'different'],
    ['Mark Almond', 'Marc Almond', 'different'],
    ['', '', 'different'],
    ['\u200B', '', 'different'],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(sameArtistForm(a, b)).toBe(expected);
    expect(sameArtistForm(b, a)).toBe(expected);
  });
});
