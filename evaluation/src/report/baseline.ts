import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Headline } from './targets.ts';

const folder = join(import.meta.dirname, '..', '..');

/** Headlines of the last committed run, by name. */
export type Baseline = Readonly<Record<string, number>>;

async function readFigures(name: string): Promise<Baseline> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as Baseline;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

export const readBaseline = (): Promise<Baseline> => readFigures('baseline.json');
/** Under (or, for errors, over) these a run fails. */
export const readFloors = (): Promise<Baseline> => readFigures('floors.json');

/** Writes the headlines as the run to compare with, those of sets that were not run kept as they were. */
export async function saveBaseline(headlines: readonly Headline[]): Promise<void> {
  const figures = { ...(await readBaseline()) } as Record<string, number>;
  for (const { name, value } of headlines) figures[name] = Math.round(value * 1e6) / 1e6;
  const sorted = Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(folder, 'baseline.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

export function failsFloor({ name, value, rises }: Headline, floors: Baseline): boolean {
  const floor = floors[name];
  return floor !== undefined && (rises ? value < floor : value > floor);
}
