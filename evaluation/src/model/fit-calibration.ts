import { bandOf, type Method } from '@deadwax/linkage/model';
import { fitIsotonic, type Point } from '../metrics/isotonic.ts';

export interface Answer {
  readonly method: Method;
  readonly odds: number;
  readonly right: boolean;
}

/** Fewer answers than this fix no step of a curve. */
const LEAST = 60;

/** A curve for each method whose band leaves room, from log-odds to the share that was right, kept within the band. */
export function fitCurves(answers: readonly Answer[]): Partial<Record<Method, Point[]>> {
  const curves: Partial<Record<Method, Point[]>> = {};
  for (const method of new Set(answers.map((answer) => answer.method))) {
    const { min, max } = bandOf(method);
    const own = answers.filter((answer) => answer.method === method).map(({ odds, right }) => ({ score: odds, right }));
    if (min === max || own.length < LEAST) continue;
    const within = fitIsotonic(own, LEAST).map(([odds, share]): Point => [odds, Math.min(max, Math.max(min, share))]);
    // Steps that the band makes equal are one.
    curves[method] = within.filter(
      ([, share], place) => share !== within[place - 1]?.[1] || share !== within[place + 1]?.[1],
    );
  }
  return curves;
}
