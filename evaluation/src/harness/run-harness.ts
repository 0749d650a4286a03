import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { type Reference, resolveRow } from '@deadwax/resolver/pipeline';
import type { Outcome } from '../outcome.ts';
import { KeptAlbums } from './cases/kept-albums.ts';
import { type Case, makeCases } from './cases/make-cases.ts';
import { type Plan, planSeed } from './cases/plan-seed.ts';
import { degradations } from './degradations/degradations.ts';
import { type Judged, judge } from './judge.ts';
import { type Background, prepareBackground } from './reference/background.ts';
import { buildReference } from './reference/build-reference.ts';
import { toInput } from './row.ts';
import { scenarios } from './scenarios/scenarios.ts';

/** Seeds on which rules and weights may be tuned, and those kept for checking only. */
export const tuningSeeds = [1, 2, 3] as const;
export const checkSeeds = [101, 102, 103] as const;

export interface HarnessCase extends Case, Judged {
  readonly seed: number;
  readonly result: BulkResolveResult;
}

export interface HarnessRun {
  readonly cases: readonly HarnessCase[];
  readonly outcomes: readonly Outcome[];
  readonly seconds: number;
}

export interface RunOptions {
  readonly seeds: readonly number[];
  /** Keeps the reference's background between runs. */
  readonly workFolder: string;
  /** Keep with every result how it came about. */
  readonly explain?: boolean;
  /** Only these cases: default all. */
  readonly only?: (each: Case) => boolean;
  readonly progress?: (message: string) => void;
}

/** Resolves and judges the cases of every seed, each against a reference of its own. */
export async function runHarness(options: RunOptions): Promise<HarnessRun> {
  const say = options.progress ?? (() => undefined);
  await mkdir(options.workFolder, { recursive: true });
  const started = performance.now();
  const background = await prepareBackground(options.workFolder);
  const cases: HarnessCase[] = [];
  for (const seed of options.seeds) {
    const begun = performance.now();
    const resolved = await runSeed(seed, background, options);
    for (const each of resolved) cases.push(each);
    say(`seed ${seed}: ${resolved.length} cases in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  return { cases, outcomes: cases.map(toOutcome), seconds: (performance.now() - started) / 1000 };
}

async function runSeed(
  seed: number,
  background: Background,
  { workFolder, explain = false, only = () => true }: RunOptions,
): Promise<HarnessCase[]> {
  const { reference, cases } = await prepareSeed(seed, background, workFolder);
  return cases.filter(only).map((each, place): HarnessCase => {
    const result = resolveRow(toInput(each.row, place + 1), reference, { includeTracks: false, explain });
    return { ...each, ...judge(result, each.truth), seed, result };
  });
}

/** The cases of a seed, always the same, and the reference to resolve them against. */
export async function prepareSeed(
  seed: number,
  { directory, stock }: Background,
  workFolder: string,
): Promise<{ plan: Plan; reference: Reference; cases: readonly Case[] }> {
  const plan = planSeed(seed, scenarios, stock);
  const reference = await buildReference({
    background: directory,
    catalogue: plan.catalogue,
    withheld: plan.withheld,
    folder: join(workFolder, `reference-${seed}-${process.pid}`),
  });
  return { plan, reference, cases: makeCases(seed, plan, { kept: new KeptAlbums(plan, stock), degradations }) };
}

function toOutcome({ scenario, degradation, row, truth, judgement, wrong, result }: HarnessCase): Outcome {
  const given = wrong.length > 0 ? wrong.join(', ') : `${result.kind} ${result.unresolved_reason ?? ''}`.trim();
  const right = truth.artistOnly ? truth.artists : truth.releases;
  return {
    set: 'harness',
    group: scenario,
    degradation,
    answerable: right.size > 0,
    judgement,
    method: result.method,
    confidence: result.confidence,
    note: `${row.artist_name} | ${row.album_title} → ${given}; truth ${[...right].slice(0, 2).join(', ') || 'none'}`,
  };
}
