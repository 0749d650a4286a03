import { agreementMinimum } from '../../model.ts';
import type { SoundLeg, Verdict } from '../leg.ts';

/** Rule 2: two or more legs that verifiably agree are worth at least 0.95, and as much as the weakest of them beyond that. */
export function applyAgreementBoost(agreeing: readonly SoundLeg[]): Verdict | null {
  if (agreeing.length < 2) return null;
  return {
    method: 'cross_source_agreement',
    confidence: Math.max(agreementMinimum, Math.min(...agreeing.map(({ confidence }) => confidence))),
    agreementSources: agreeing.map(({ source }) => source).toSorted(),
  };
}
