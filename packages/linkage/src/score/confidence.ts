import model from '../model.json' with { type: 'json' };
import { bandOf, type Method, typicalConfidence } from '../model.ts';

type Curve = readonly (readonly [odds: number, confidence: number])[];
const curves = model.calibration.curves as unknown as Readonly<Partial<Record<Method, Curve>>>;

/** What a method's answer at these log-odds is worth: the fitted curve (straight between its points), within the band. */
export function calibratedConfidence(method: Method, odds: number): number {
  const curve = curves[method];
  const { min, max } = bandOf(method);
  if (!curve || curve.length === 0) return typicalConfidence(method);
  return Math.round(Math.min(max, Math.max(min, along(curve, odds))) * 1000) / 1000;
}

function along(curve: Curve, odds: number): number {
  const next = curve.findIndex(([at]) => at >= odds);
  if (next < 0) return (curve.at(-1) as readonly [number, number])[1];
  const [x1, y1] = curve[next] as readonly [number, number];
  if (next === 0) return y1;
  const [x0, y0] = curve[next - 1] as readonly [number, number];
  return x1 === x0 ? y1 : y0 + ((odds - x0) / (x1 - x0)) * (y1 - y0);
}
