import model from './model.json' with { type: 'json' };

/** How a link was found. Order of the methods in `model.json`: strongest first. */
export type Method = keyof typeof model.methods;

export const modelVersion = model.version;
export const methods = Object.keys(model.methods) as readonly Method[];
/** Legs below the floor leave the verdict. */
export const floor = model.floor;
export const agreementMinimum = model.agreementMinimum;

// Confidences are written with few decimals; a float32 round trip must not move one across a border.
const settle = (confidence: number): number => Math.round(confidence * 1e6) / 1e6;

/** Least and greatest confidence a method may give. */
export function bandOf(method: Method): { readonly min: number; readonly max: number } {
  return model.methods[method];
}

/** Whether a confidence is one the method may give. */
export function isInBand(method: Method, confidence: number): boolean {
  const { min, max } = bandOf(method);
  const settled = settle(confidence);
  return settled >= min && settled <= max;
}

/** Whether a confidence keeps its leg: 0.70 does, 0.6999 does not. */
export function reachesFloor(confidence: number): boolean {
  return settle(confidence) >= floor;
}

/** The confidence a method gives where nothing finer is known. */
export function typicalConfidence(method: Method): number {
  return model.methods[method].typical;
}

/** What following one link leaves of its parent's confidence. */
export function inheritedConfidence(parent: number): number {
  return settle(parent * model.inheritedFactor);
}

/** 0.70 + 0.30 × similarity, within the band: 0.5 → 0.85, 0.9 → 0.95. */
export function trigramConfidence(similarity: number): number {
  const { min, max } = model.methods.trigram;
  return settle(Math.min(max, Math.max(min, model.trigram.base + model.trigram.span * similarity)));
}

/** Place of a method in the cascade: lower is stronger; methods outside it come last. */
export function methodRank(method: Method): number {
  const place = model.cascade.indexOf(method);
  return place < 0 ? model.cascade.length : place;
}
