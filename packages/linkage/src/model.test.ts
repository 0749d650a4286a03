import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInBand, methods, reachesFloor, trigramConfidence, typicalConfidence } from './model.ts';

describe('bands', () => {
  it.each(methods)('hold the typical confidence of %s', (method) => {
    expect(isInBand(method, typicalConfidence(method))).toBe(true);
  });

  it.each([
    ['alias_match', 0.85, false],
    ['alias_match', 0.84, true],
    ['exact_match', 0.98, false],
    ['member_group', 0.9, false],
    ['trigram', 0.7, true],
  ] as const)('%s at %d: %s', (method, confidence, inside) => {
    expect(isInBand(method, confidence)).toBe(inside);
  });

  it('keep every trigram confidence, clamped', () => {
    expect([0, 0.5, 0.9].map(trigramConfidence)).toEqual([0.7, 0.85, 0.95]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (similarity) =>
        isInBand('trigram', trigramConfidence(similarity)),
      ),
    );
  });

  it('keep 0.70 and drop 0.6999', () => {
    expect([0.7, Math.fround(0.7), 0.6999].map(reachesFloor)).toEqual([true, true, false]);
  });
});
