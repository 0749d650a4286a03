import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groupBy } from '../metrics/figures.ts';
import type { Judgement, Outcome } from '../outcome.ts';
import type { Headline } from './targets.ts';

export type Counts = Readonly<Partial<Record<Judgement, number>>>;

/** The last committed run: headlines by name, and how the cases of each group of each set were judged. */
export interface Baseline {
  readonly figures: Readonly<Record<string, number>>;
  readonly judgements: Readonly<Record<string, Readonly<Record<string, Counts>>>>;
}

/** Under (for errors: over) these a run fails. */
export type Floors = Readonly<Record<string, number>>;

/** Where the committed files are. */
export const evaluationFolder = join(import.meta.dirname, '..', '..');

export async function readBaseline(folder = evaluationFolder): Promise<Baseline> {
  const empty: Baseline = { figures: {}, judgements: {} };
  try {
    return { ...empty, ...(JSON.parse(await readFile(join(folder, 'baseline.json'), 'utf8')) as Partial<Baseline>) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty;
    throw error;
  }
}

export async function readFloors(path: string): Promise<Floors> {
  return JSON.parse(await readFile(path, 'utf8')) as Floors;
}

export interface Run {
  readonly headlines: readonly Headline[];
  readonly sets: readonly { readonly name: string; readonly outcomes: readonly Outcome[] }[];
}

/** Makes this run the one to compare with; sets that were not run stay as they were. */
export async function saveBaseline(run: Run, folder = evaluationFolder): Promise<void> {
  const before = await readBaseline(folder);
  const baseline: Baseline = {
    figures: sortKeys({
      ...before.figures,
      ...Object.fromEntries(run.headlines.map(({ name, value }) => [name, Math.round(value * 1e6) / 1e6])),
    }),
    judgements: sortKeys({
      ...before.judgements,
      ...Object.fromEntries(run.sets.map(({ name, outcomes }) => [name, countGroups(outcomes)])),
    }),
  };
  await writeFile(join(folder, 'baseline.json'), formatBaseline(baseline));
}

export function countGroups(outcomes: readonly Outcome[]): Record<string, Counts> {
  return Object.fromEntries(
    groupBy(outcomes, ({ group }) => group).map(([group, members]) => [
      group,
      Object.fromEntries(groupBy(members, ({ judgement }) => judgement).map(([name, some]) => [name, some.length])),
    ]),
  );
}

/** One line a group, so that a change of the file can be read. */
function formatBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2).replace(/\{\n {8}[^{}]*\}/g, (counts) => counts.replace(/\n */g, ' '))}\n`;
}

function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function failsFloor({ name, value, rises }: Headline, floors: Floors): boolean {
  const floor = floors[name];
  return floor !== undefined && (rises ? value < floor : value > floor);
}
