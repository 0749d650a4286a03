import { type Learner, logistic } from './learner.ts';

const EDGE = 1e-9;

/** Trains each learner on the same examples and averages their log odds. */
export function averaged(name: string, learners: readonly Learner[]): Learner {
  return {
    name,
    train(examples) {
      const scorers = learners.map((learner) => learner.train(examples));
      return (values) => logistic(scorers.reduce((sum, score) => sum + logit(score(values)), 0) / scorers.length);
    },
  };
}

/** The learner on a stretch of the values, from `start` up to `end`. */
export function onColumns(learner: Learner, start: number, end: number): Learner {
  return {
    name: learner.name,
    train(examples) {
      const score = learner.train(
        examples.map((example) => ({ ...example, values: example.values.slice(start, end) })),
      );
      return (values) => score(values.slice(start, end));
    },
  };
}

function logit(probability: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(inside / (1 - inside));
}
