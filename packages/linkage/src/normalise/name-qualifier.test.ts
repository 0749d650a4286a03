import { describe, expect, it } from 'vitest';
import { nameQualifier } from './name-qualifier.ts';

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
