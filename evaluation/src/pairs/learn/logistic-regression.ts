import { type Example, type Learner, logistic } from './learner.ts';

const STEPS = 30;
const SETTLED = 1e-8;

/** Logistic regression by Newton's method. `penalty` weighs the squared weights, the intercept excepted. */
export function logisticRegression(penalty: number): Learner {
  return {
    name: `logistic regression, penalty ${penalty}`,
    train(examples) {
      const weights = solveWeights(examples, penalty);
      return (values) => logistic(dot(weights, values));
    },
  };
}

/** The last weight is the intercept. */
function solveWeights(examples: readonly Example[], penalty: number): number[] {
  const width = (examples[0]?.values.length ?? 0) + 1;
  const weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const { gradient, curvature } = derive(examples, weights, penalty);
    const change = solve(curvature, gradient);
    for (let k = 0; k < width; k += 1) weights[k]! += change[k]!;
    if (Math.max(...change.map(Math.abs)) < SETTLED) break;
  }
  return weights;
}

function derive(examples: readonly Example[], weights: readonly number[], penalty: number) {
  const width = weights.length;
  const penalties = weights.map((_, k) => (k === width - 1 ? 1e-6 : penalty));
  const gradient = weights.map((weight, k) => -penalties[k]! * weight);
  const curvature = weights.map((_, k) => weights.map((__, j) => (k === j ? penalties[k]! : 0)));
  for (const { values, isMatch } of examples) {
    const probability = logistic(dot(weights, values));
    const [error, spread] = [(isMatch ? 1 : 0) - probability, probability * (1 - probability)];
    const row = [...values, 1];
    for (let k = 0; k < width; k += 1) {
      gradient[k]! += error * row[k]!;
      for (let j = 0; j < width; j += 1) curvature[k]![j]! += spread * row[k]! * row[j]!;
    }
  }
  return { gradient, curvature };
}

function dot(weights: readonly number[], values: readonly number[]): number {
  let sum = weights[values.length] ?? 0;
  for (let k = 0; k < values.length; k += 1) sum += weights[k]! * values[k]!;
  return sum;
}

/** Gauss elimination with the largest pivot first. The penalties make every system here solvable. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]!]);
  const size = rows.length;
  for (let k = 0; k < size; k += 1) {
    let pivot = k;
    for (let j = k + 1; j < size; j += 1) if (Math.abs(rows[j]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = j;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let j = 0; j < size; j += 1) {
      if (j === k) continue;
      const factor = rows[j]![k]! / rows[k]![k]!;
      for (let i = k; i <= size; i += 1) rows[j]![i]! -= factor * rows[k]![i]!;
    }
  }
  return rows.map((row, k) => row[size]! / row[k]!);
}
