import { checkSeeds, runHarness, tuningSeeds } from './harness/run-harness.ts';
import { type AlbumsRun, runAlbums } from './labelled/albums.ts';
import { LETTER_FOR_LETTER, runArtists } from './labelled/artists.ts';
import { figuresOf } from './metrics/figures.ts';
import type { Outcome } from './outcome.ts';
import { runPairs } from './pairs/run-pairs.ts';
import { percent } from './report/tables.ts';
import { type Headline, headlinesOf } from './report/targets.ts';

export interface EvaluationOptions {
  readonly workFolder: string;
  readonly quick: boolean;
  readonly seeds: 'check' | 'tuning';
  readonly distractors: number;
  readonly keep: boolean;
  readonly progress: (message: string) => void;
}

export interface Evaluated {
  readonly sets: readonly { readonly name: string; readonly outcomes: readonly Outcome[] }[];
  readonly headlines: readonly Headline[];
  readonly notes: readonly string[];
}

type Evaluation = (options: EvaluationOptions) => Promise<Evaluated | null>;

const headlines = (name: string, outcomes: readonly Outcome[]): Headline[] => headlinesOf(name, figuresOf(outcomes));

const harness: Evaluation = async ({ workFolder, quick, seeds, progress }) => {
  const all = seeds === 'check' ? checkSeeds : tuningSeeds;
  const run = await runHarness({ seeds: quick ? all.slice(0, 1) : all, workFolder, progress });
  const none = run.outcomes.filter(({ answerable }) => !answerable).length;
  return {
    sets: [{ name: 'harness', outcomes: run.outcomes }],
    headlines: headlines('harness', run.outcomes),
    notes: [
      `harness: ${run.outcomes.length} cases, ${percent(none / run.outcomes.length)} % without an answer, in ${run.seconds.toFixed(0)} s`,
    ],
  };
};

const albums: Evaluation = async ({ workFolder, distractors, keep, progress }) => {
  const runs: AlbumsRun[] = [];
  for (const size of distractors > 0 ? [0, distractors] : [0]) {
    const run = await runAlbums({ workFolder, distractors: size, keep, progress });
    if (run === null) return null;
    runs.push(run);
  }
  const sets = runs.map((run) => ({ name: run.outcomes[0]?.set ?? 'albums', outcomes: run.outcomes }));
  const withoutId = runs[0]?.withoutId ?? [];
  const answered = withoutId.filter(({ judgement }) => judgement !== 'abstained').length;
  const editions = withoutId.filter(({ judgement }) => judgement === 'correct').length;
  const all = [...sets, { name: 'albums without their id', outcomes: withoutId }];
  return {
    sets: all,
    headlines: all.flatMap(({ name, outcomes }) => headlines(name, outcomes)),
    notes: [
      ...runs.map((run, place) => describeAlbums(run, sets[place]?.name ?? '')),
      `albums without their id: of ${withoutId.length} rows ${answered} were answered, ${editions} of them with an edition of the album`,
    ],
  };
};

function describeAlbums({ cases, rowsPerSecond }: AlbumsRun, name: string): string {
  const count = (by: AlbumsRun['cases'][number]['by']) => cases.filter((each) => each.by === by).length;
  return `${name}: right by id ${count('id')}, as an edition of the album ${count('artist and title')}, by title alone ${count('title alone')}; ${rowsPerSecond} rows a second`;
}

const artists: Evaluation = async ({ workFolder, progress }) => {
  const [varied, masked] = [
    await runArtists({ workFolder, variations: true, progress }),
    await runArtists({ workFolder, variations: false, progress }),
  ];
  if (varied === null || masked === null) return null;
  const sets = [varied.outcomes, varied.shared, masked.outcomes].map((outcomes) => ({
    name: outcomes[0]?.set ?? 'artists',
    outcomes,
  }));
  const ofOneSpelling = varied.shared.filter(({ group }) => group === LETTER_FOR_LETTER);
  const correct = masked.outcomes.filter(({ judgement }) => judgement === 'correct').length;
  const { correct: peer, wrong } = masked.trigram ?? { correct: 0, wrong: 0 };
  return {
    sets,
    headlines: [
      ...sets.flatMap(({ name, outcomes }) => headlines(name, outcomes)),
      ...headlines('artists of one spelling', ofOneSpelling),
      {
        name: 'artists, variations masked: recall over that of trigram .85',
        value: correct / Math.max(1, peer),
        low: null,
        high: null,
        target: 1.5,
        rises: true,
      },
    ],
    notes: [
      `artists of a shared name: of ${varied.shared.filter(({ judgement }) => judgement === 'linked').length} linked, ${varied.sharedRight} to the id that lists the very spelling`,
      `artists, variations masked: ${correct} right of ${masked.outcomes.length}; trigram similarity .85 over the same rows: ${peer} right, ${wrong} wrong (precision ${percent(peer / Math.max(1, peer + wrong))} %)`,
    ],
  };
};

const pairs: Evaluation = async () => {
  const run = await runPairs();
  if (run === null) return null;
  const { f1 } = run.valid.intervals;
  return {
    sets: [{ name: 'pairs', outcomes: run.outcomes }],
    headlines: [
      { name: 'iTunes–Amazon valid: F1', value: run.valid.f1, low: f1.low, high: f1.high, target: 0.97, rises: true },
    ],
    notes: [
      `iTunes–Amazon: ${run.valid.pairs} pairs, ${run.wrong.length} wrong; calibration error ${run.valid.calibrationError.toFixed(4)}`,
    ],
  };
};

export const evaluations = { harness, albums, artists, pairs } satisfies Record<string, Evaluation>;
export type EvaluationName = keyof typeof evaluations;
export const evaluationNames = Object.keys(evaluations) as EvaluationName[];
