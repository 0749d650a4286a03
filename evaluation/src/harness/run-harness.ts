import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { type Reference, resolveRow } from '@deadwax/resolver/pipeline';
import type { Outcome } from '../outcome.ts';
import { aimAtBackground, prepareBackground } from './background.ts';
import { buildReference } from './build-reference.ts';
import { type Judged, judge } from './judge.ts';
import { type Case, makeCases } from './make-cases.ts';

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

/** Resolves and judges the cases of every seed, each against a reference of its own. */
export async function runHarness(options: {
  seeds: readonly number[];
  workFolder: string;
  /** Keep with every result how it came about. */
  explain?: boolean;
  progress?: (message: string) => void;
}): Promise<HarnessRun> {
  const say = options.progress ?? (() => undefined);
  await mkdir(options.workFolder, { recursive: true });
  const started = performance.now();
  const background = await prepareBackground(options.workFolder);
  const cases: HarnessCase[] = [];
  for (const seed of options.seeds) {
    const { targets, withheld } = await aimAtBackground(background, seed);
    const set = makeCases(seed, targets);
    const folder = join(options.workFolder, `reference-${seed}-${process.pid}`);
    const reference = await buildReference({ background, catalogue: set.catalogue, withheld, folder });
    if (existsSync(folder)) throw new Error(`${folder} should be gone`);
    const foreign = sameNamed(reference);
    const resolved = set.cases.map((each, place): HarnessCase => {
      const result = resolveRow(toInput(each, place + 1), reference, {
        includeTracks: false,
        explain: options.explain === true,
      });
      return { ...each, ...judge(result, each.truth, (id) => foreign(id, each)), seed, result };
    });
    cases.push(...resolved);
    say(`seed ${seed}: ${resolved.length} cases`);
  }
  return { cases, outcomes: cases.map(toOutcome), seconds: (performance.now() - started) / 1000 };
}

/** A twin in MusicBrainz that no link names is right if it bears the very names of the record. */
function sameNamed({ index }: Reference): (id: string, each: Case) => boolean {
  const fold = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/^the/, '')
      .replace('volume', 'vol');
  const byId = new Map<string, number>();
  for (let release = 0; release < index.meta.releases; release += 1) {
    const { name } = index.releaseSource(release);
    if (name.startsWith('mb_')) byId.set(`${name} ${index.releaseId(release)}`, release);
  }
  return (id, { truth, scenario }) => {
    const release = byId.get(id);
    if (release === undefined || truth.releases.size === 0 || !/world|samples/.test(scenario)) return false;
    return [...truth.releases].some((known) => {
      const [source, own] = known.split(' ') as [string, string];
      const place = source === 'discogs_master' ? findRelease(index, own) : undefined;
      return place !== undefined && fold(index.releaseTitle(place)) === fold(index.releaseTitle(release));
    });
  };
}

function findRelease(index: Reference['index'], id: string): number | undefined {
  for (let release = 0; release < index.meta.releases; release += 1)
    if (index.releaseId(release) === id && index.releaseSource(release).name === 'discogs_master') return release;
  return undefined;
}

function toInput({ row }: Case, id: number): BulkResolveInput {
  return {
    library_id: id,
    artist_name: row.artist,
    album_title: row.title,
    label: row.label,
    year: row.year,
    format: row.format,
    catalog_number: row.catalogNumber,
    barcode: row.barcode,
  };
}

function toOutcome({ scenario, degradation, row, truth, judgement, wrong, result }: HarnessCase): Outcome {
  const given = wrong.length > 0 ? wrong.join(', ') : `${result.kind} ${result.unresolved_reason ?? ''}`;
  return {
    set: 'harness',
    group: scenario,
    degradation,
    answerable: truth.releases.size > 0,
    judgement,
    method: result.method,
    confidence: result.confidence,
    note: `${row.artist} | ${row.title} → ${given}; truth ${[...truth.releases].slice(0, 2).join(', ') || 'none'}`,
  };
}
