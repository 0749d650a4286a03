import { type Comparison, comparePair, FEATURES, type Feature, TRACK_FEATURES } from '../features/compare-pair.ts';
import type { LabelledPair, TrackRecord } from '../read-pairs.ts';
import { averaged, onColumns } from './averaged.ts';
import { boostedTrees } from './boosted-trees.ts';
import { chooseThreshold, crossValidate, type Folding, type GroupedExample } from './cross-validate.ts';
import { calibrationError, type Figures, logLoss, measure } from './figures.ts';
import type { Learner } from './learner.ts';
import { logisticRegression } from './logistic-regression.ts';

interface Setting {
  readonly name: string;
  readonly features: readonly Feature[];
  readonly learner: Learner;
}

/** A setting with its figures under cross-validation. */
export interface Candidate extends Setting, Figures {
  readonly threshold: number;
  readonly logLoss: number;
  readonly calibrationError: number;
}

const FOLDING: Folding = { folds: 5, repeats: 5, seed: 1 };

/** Seconds. Every feature stands in an example once for each. */
const DURATION_SCALES = [1, 2, 3, 5, 8];
const PENALTIES = [0.1, 0.3, 1, 3];

const SETTINGS: readonly Setting[] = [
  ...settingsOf('the track', TRACK_FEATURES),
  ...settingsOf('the track and what the shops say besides', FEATURES),
];

/**
 * Penalties and scales lie within one standard error of one another, and the best of many such is best by luck: so all of
 * them vote. Trees ask for the order of values only, which the scale keeps: one scale will do.
 */
function settingsOf(name: string, features: readonly Feature[]): Setting[] {
  const width = features.length;
  const regressions = DURATION_SCALES.flatMap((_, place) =>
    PENALTIES.map((penalty) => onColumns(logisticRegression(penalty), place * width, (place + 1) * width)),
  );
  const mean = averaged(`mean of ${regressions.length} logistic regressions`, regressions);
  const trees = onColumns(boostedTrees({ rounds: 50, depth: 2 }), 0, width);
  return [mean, trees].map((learner) => ({ name: `${learner.name} on ${name}`, features, learner }));
}

/** Every setting as cross-validation on these pairs sees it, least log loss first. */
export function compareModels(pairs: readonly LabelledPair[]): Candidate[] {
  const candidates = SETTINGS.map((setting): Candidate => {
    const judged = crossValidate(examplesOf(pairs, setting.features), setting.learner, FOLDING).flat();
    const threshold = chooseThreshold(judged);
    const figures = measure(judged, threshold);
    return { ...setting, ...figures, threshold, logLoss: logLoss(judged), calibrationError: calibrationError(judged) };
  });
  return candidates.sort((a, b) => a.logLoss - b.logLoss);
}

/** The match probability of two records by a setting trained on all the pairs. */
export function trainModel({ features, learner }: Setting, pairs: readonly LabelledPair[]) {
  const score = learner.train(examplesOf(pairs, features));
  return (left: TrackRecord, right: TrackRecord): number => score(valuesOf(left, right, features));
}

/** Pairs that share their left record are one group, and many do. */
export function groupOf({ left }: LabelledPair): string {
  return `${left.artist} | ${left.song}`;
}

function examplesOf(pairs: readonly LabelledPair[], features: readonly Feature[]): GroupedExample[] {
  return pairs.map((pair) => {
    const values = valuesOf(pair.left, pair.right, features);
    return { values, isMatch: pair.isMatch, group: groupOf(pair) };
  });
}

function valuesOf(left: TrackRecord, right: TrackRecord, features: readonly Feature[]): number[] {
  return DURATION_SCALES.flatMap((scale) => {
    const comparison: Comparison = comparePair(left, right, scale);
    return features.map((feature) => comparison[feature]);
  });
}
