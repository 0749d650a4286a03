import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import model from '../model.json' with { type: 'json' };
import { isInBand, type Method, methods, typicalConfidence } from '../model.ts';
import { calibratedConfidence } from './confidence.ts';

const curves = Object.entries(model.calibration.curves) as unknown as [Method, [number, number][]][];
const points = curves.flatMap(([method, curve]) =>
  curve.map(([odds, confidence]) => [method, odds, confidence] as const),
);
const stretches = curves.flatMap(([method, curve]) =>
  curve.slice(1).map((end, place) => [method, curve[place] as [number, number], end] as const),
);

describe('calibratedConfidence', () => {
  it.each(points)('of %s at the point %d of its curve is %d', (method, odds, confidence) => {
    expect(calibratedConfidence(method, odds)).toBeCloseTo(confidence, 3);
  });

  it.each(stretches)('of %s is straight between %j and %j', (method, [x0, y0], [x1, y1]) => {
    expect(calibratedConfidence(method, (x0 + x1) / 2)).toBeCloseTo((y0 + y1) / 2, 3);
    expect(calibratedConfidence(method, x0 + (x1 - x0) / 4)).toBeCloseTo(y0 + (y1 - y0) / 4, 3);
  });

  it.each(curves)('of %s goes on level past both ends', (method, curve) => {
    expect(calibratedConfidence(method, -1_000)).toBe(calibratedConfidence(method, curve[0]?.[0] ?? 0));
    expect(calibratedConfidence(method, 1_000)).toBe(calibratedConfidence(method, curve.at(-1)?.[0] ?? 0));
  });

  it.each(methods.filter((method) => !curves.some(([fitted]) => fitted === method)))(
    'of %s, which has no curve, is the typical one',
    (method) => {
      for (const odds of [-10, 0, 30]) expect(calibratedConfidence(method, odds)).toBe(typicalConfidence(method));
    },
  );

  it('stays in the band of its method, and never falls as the odds rise', () => {
    const odds = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...methods), odds, odds, (method, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) => calibratedConfidence(method, each));
        expect(isInBand(method, low as number)).toBe(true);
        expect(high).toBeGreaterThanOrEqual(low as number);
      }),
      { numRuns: 1_000 },
    );
  });
});
