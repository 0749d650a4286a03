import { binByConfidence } from '../metrics/calibration-error.ts';
import { calibrated, type Figures, figuresOf, groupBy } from '../metrics/figures.ts';
import type { Outcome } from '../outcome.ts';
import type { Run } from './baseline.ts';
import { isMet } from './targets.ts';

/** All figures of a run, for programs. */
export function figuresAsJson({ headlines, sets, notes }: Run & { readonly notes: readonly string[] }): string {
  const report = {
    headlines: headlines.map((headline) => ({ ...headline, met: isMet(headline) })),
    sets: sets.map(({ name, outcomes }) => ({
      name,
      figures: figuresOf(outcomes),
      reliability: binByConfidence(calibrated(outcomes)),
      by_method: figuresBy(outcomes, ({ method }) => method ?? 'none'),
      by_group: figuresBy(outcomes, ({ group }) => group),
      by_degradation: figuresBy(outcomes, ({ degradation }) => degradation ?? 'none'),
    })),
    notes,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function figuresBy(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Record<string, Figures> {
  return Object.fromEntries(groupBy(outcomes, keyOf).map(([key, members]) => [key, figuresOf(members)]));
}
