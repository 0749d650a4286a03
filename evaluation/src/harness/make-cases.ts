import { Random } from '@deadwax/bench/world/random';
import anyAscii from 'any-ascii';
import { Catalogue } from './catalogue.ts';
import { degradations } from './degradations/degradations.ts';
import { NameSource } from './name-source.ts';
import { scenarios } from './scenarios/scenarios.ts';
import type { Row, Target } from './target.ts';

/** A row to resolve, and what a right answer to it is. */
export interface Case {
  readonly scenario: string;
  readonly degradation: string;
  readonly row: Row;
  readonly truth: Target['truth'];
}

const TARGETS = 14;
const CASES_A_TARGET = 12;
/** Of the records that may be left out. Scenarios that leave out none bring the share of all down. */
const WITHHELD = 0.46;

export interface CaseSet {
  readonly catalogue: Catalogue;
  readonly cases: readonly Case[];
}

/** The cases of a seed: always the same. `more` are targets from records that are not authored. */
export function makeCases(seed: number, more: readonly Target[] = []): CaseSet {
  const random = new Random(seed * 7919);
  const catalogue = new Catalogue(random);
  const names = new NameSource(random);
  const targets: Target[] = [...more];
  for (const scenario of scenarios) {
    const made: Target[] = [];
    while (made.length < TARGETS)
      made.push(...scenario.make({ random, names, catalogue, withheld: () => random.chance(WITHHELD) }));
    targets.push(...made);
  }
  return { catalogue, cases: targets.flatMap((target) => degrade(target, random)) };
}

/** The row as it is, and as some of the degradations that can happen to it leave it. */
function degrade(target: Target, random: Random): Case[] {
  const all = degradations.flatMap((degradation): Case[] => {
    if (target.not.includes(degradation.name)) return [];
    const row = degradation.apply(target.row, random);
    if (row === null || !keepsIdentity(row, target)) return [];
    return [{ scenario: target.scenario, degradation: degradation.name, row, truth: target.truth }];
  });
  const [first, ...rest] = all;
  if (!first) return [];
  const kept: Case[] = [first];
  while (kept.length < CASES_A_TARGET && rest.length > 0) kept.push(...rest.splice(random.below(rest.length), 1));
  return kept;
}

/** Whether what tells the record from its siblings is still there, in one field or the other. */
function keepsIdentity({ artist, title }: Row, { keep }: Target): boolean {
  const [inArtist, inTitle] = [words(artist), words(title)];
  const isWhole = (kept: readonly string[], field: ReadonlySet<string>) => {
    const wanted = kept.flatMap((each) => [...words(each)]);
    return wanted.every((word) => field.has(word)) || (inTitle.size > 0 && wanted.every((word) => inArtist.has(word)));
  };
  return (
    (keep.artist.length === 0 || isWhole(keep.artist, inArtist) || isWhole(keep.artist, inTitle)) &&
    (keep.title.length === 0 || isWhole(keep.title, inTitle))
  );
}

const NUMBERS: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4' };

function words(text: string): Set<string> {
  const folded = anyAscii(text.normalize('NFKC')).toLowerCase();
  const found = folded
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => NUMBERS[word] ?? word);
  return new Set(found.length === 0 ? [text.trim()] : found);
}
