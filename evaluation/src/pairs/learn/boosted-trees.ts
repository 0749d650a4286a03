import { type Example, type Learner, logistic } from './learner.ts';

export interface BoostingOptions {
  readonly rounds: number;
  /** 1: stumps, each on one value; 2: pairs of values. */
  readonly depth: number;
}

const RATE = 0.1;
/** Added to the curvature of a leaf, so that leaves of few examples say little. */
const PENALTY = 1;

interface Leaf {
  readonly logit: number;
}

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly below: Tree;
  readonly above: Tree;
}

type Tree = Leaf | Split;

interface Pull {
  readonly values: readonly number[];
  readonly gradient: number;
  readonly curvature: number;
}

/** Gradient boosting of small trees on the log loss, splits by second-order gain. Draws nothing. */
export function boostedTrees({ rounds, depth }: BoostingOptions): Learner {
  return {
    name: `boosted trees, depth ${depth}, ${rounds} rounds`,
    train(examples) {
      const start = logOdds(examples);
      const trees = grow(examples, start, { rounds, depth });
      return (values) => logistic(trees.reduce((logit, tree) => logit + RATE * leafValue(tree, values), start));
    },
  };
}

function logOdds(examples: readonly Example[]): number {
  const matches = examples.filter((example) => example.isMatch).length;
  return Math.log((matches + 1) / (examples.length - matches + 1));
}

function grow(examples: readonly Example[], start: number, { rounds, depth }: BoostingOptions): Tree[] {
  const logits = examples.map(() => start);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pulls = examples.map(({ values, isMatch }, place) => {
      const probability = logistic(logits[place]!);
      return { values, gradient: (isMatch ? 1 : 0) - probability, curvature: probability * (1 - probability) };
    });
    const tree = plant(pulls, depth);
    trees.push(tree);
    for (const [place, { values }] of examples.entries()) logits[place]! += RATE * leafValue(tree, values);
  }
  return trees;
}

function plant(pulls: readonly Pull[], depth: number): Tree {
  const best = depth === 0 ? null : findSplit(pulls);
  if (best === null) return leafOf(pulls);
  const { feature, threshold } = best;
  const below = pulls.filter(({ values }) => values[feature]! < threshold);
  const above = pulls.filter(({ values }) => values[feature]! >= threshold);
  return { feature, threshold, below: plant(below, depth - 1), above: plant(above, depth - 1) };
}

function leafOf(pulls: readonly Pull[]): Leaf {
  const gradient = pulls.reduce((sum, pull) => sum + pull.gradient, 0);
  const curvature = pulls.reduce((sum, pull) => sum + pull.curvature, 0);
  return { logit: gradient / (curvature + PENALTY) };
}

interface FoundSplit {
  readonly feature: number;
  readonly threshold: number;
  readonly gain: number;
}

/** The split that helps most; of equals the first. Null where none helps. */
function findSplit(pulls: readonly Pull[]): FoundSplit | null {
  let best: FoundSplit | null = null;
  const width = pulls[0]?.values.length ?? 0;
  for (let feature = 0; feature < width; feature += 1) {
    const found = findThreshold(pulls, feature);
    if (found !== null && found.gain > (best?.gain ?? 1e-9)) best = found;
  }
  return best;
}

function findThreshold(pulls: readonly Pull[], feature: number): FoundSplit | null {
  const sorted = pulls.toSorted((a, b) => a.values[feature]! - b.values[feature]!);
  const gradient = sorted.reduce((sum, pull) => sum + pull.gradient, 0);
  const curvature = sorted.reduce((sum, pull) => sum + pull.curvature, 0);
  let [gradientBelow, curvatureBelow] = [0, 0];
  let best: FoundSplit | null = null;
  for (let place = 0; place + 1 < sorted.length; place += 1) {
    gradientBelow += sorted[place]!.gradient;
    curvatureBelow += sorted[place]!.curvature;
    const [value, next] = [sorted[place]!.values[feature]!, sorted[place + 1]!.values[feature]!];
    if (value === next) continue;
    const gain =
      worth(gradientBelow, curvatureBelow) +
      worth(gradient - gradientBelow, curvature - curvatureBelow) -
      worth(gradient, curvature);
    if (gain > (best?.gain ?? 0)) best = { feature, threshold: (value + next) / 2, gain };
  }
  return best;
}

function worth(gradient: number, curvature: number): number {
  return gradient ** 2 / (curvature + PENALTY);
}

function leafValue(tree: Tree, values: readonly number[]): number {
  let node = tree;
  while ('feature' in node) node = values[node.feature]! < node.threshold ? node.below : node.above;
  return node.logit;
}
