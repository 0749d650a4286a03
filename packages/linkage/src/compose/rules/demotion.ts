import type { Method } from '../../model.ts';

interface Standing {
  readonly method: Method;
  readonly confidence: number;
}

/** Rule 5, main rows: a new composition always replaces the old one, even with a smaller number; only `manual` resists. */
export function mayReplaceVerdict(old: Standing, next: Standing): boolean {
  return old.method !== 'manual' || next.method === 'manual';
}

/** Rule 5, legs of one source: an exact or manual leg is not replaced by a weaker one. */
export function mayReplaceLeg(old: Standing, next: Standing): boolean {
  const firm = old.method === 'exact_match' || old.method === 'manual';
  return !firm || next.confidence >= old.confidence;
}
