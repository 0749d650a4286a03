import { mix, Random } from '@deadwax/bench/world/random';
import type { RecordId } from '../catalogue/album.ts';
import type { Degradation } from '../degradations/degradation.ts';
import { type Hint, hints, type Row } from '../row.ts';
import { judgeIdentity } from './identity-guard.ts';
import type { KeptAlbums } from './kept-albums.ts';
import { plainWords } from './plain-words.ts';
import type { Plan, PlannedTarget } from './plan-seed.ts';

/** What a right answer may say. */
export interface Truth {
  /** Artists the row may be linked to; empty where none of them is in the reference. */
  readonly artists: ReadonlySet<RecordId>;
  /** The album and its pressings; empty where it is missing. */
  readonly releases: ReadonlySet<RecordId>;
  /** Discogs release that must be singled out, else null. */
  readonly pressing: string | null;
  readonly artistOnly: boolean;
  /** `ambiguous` is right too. */
  readonly open: boolean;
}

/** A row to resolve, and what a right answer to it is. */
export interface Case {
  readonly scenario: string;
  readonly degradation: string;
  readonly row: Row;
  readonly truth: Truth;
}

/** Cases of each scenario with each degradation, as far as it has records that this can happen to. */
const CASES = 4;
const SHARE_UNANSWERABLE = 0.42;
const PURPOSE = 7002;
/** How often libraries give each hint. */
const USUAL: Readonly<Record<Hint, number>> = {
  label: 0.65,
  year: 0.55,
  format: 0.85,
  catalog_number: 0.12,
  barcode: 0.06,
};

export function makeCases(
  seed: number,
  plan: Plan,
  { kept, degradations }: { kept: KeptAlbums; degradations: readonly Degradation[] },
): Case[] {
  const random = new Random(mix(seed, PURPOSE, 0));
  const cases: Case[] = [];
  for (const targets of Map.groupBy(plan.targets, ({ scenario }) => scenario).values()) {
    const [missing, there] = [
      targets.filter(({ withheld, artistOnly }) => withheld && !artistOnly),
      targets.filter(({ withheld, artistOnly }) => !withheld || artistOnly),
    ];
    for (const degradation of degradations) {
      for (let made = 0; made < CASES; made += 1) {
        const pool = random.chance(SHARE_UNANSWERABLE) ? missing : there;
        const found = drawCase(pool, degradation, { random, kept, withheld: plan.withheld });
        if (found) cases.push(found);
      }
    }
  }
  return cases;
}

interface Drawing {
  readonly random: Random;
  readonly kept: KeptAlbums;
  readonly withheld: ReadonlySet<RecordId>;
}

const MOST_TRIES = 12;

/** A record this can happen to without becoming another, degraded. */
function drawCase(pool: readonly PlannedTarget[], degradation: Degradation, drawing: Drawing): Case | null {
  const { random } = drawing;
  const fit = pool.filter(({ not, row }) => !not.includes(degradation.name) && degradation.applies(row));
  for (let tries = 0; tries < MOST_TRIES && fit.length > 0; tries += 1) {
    const target = random.pick(fit);
    const row = degradation.degrade(thinOut(target, random), random);
    const truth = truthOf(target, { degradation, row }, drawing);
    if (truth) return { scenario: target.scenario, degradation: degradation.name, row, truth };
  }
  return null;
}

function thinOut({ row, usual }: PlannedTarget, random: Random): Row {
  if (!usual) return row;
  const given = hints.map((hint) => [hint, random.chance(USUAL[hint]) ? row[hint] : null]);
  return { ...row, ...(Object.fromEntries(given) as Pick<Row, Hint>) };
}

/** Null where the degraded row no longer says which record it is about. */
function truthOf(
  target: PlannedTarget,
  { degradation, row }: { degradation: Degradation; row: Row },
  { kept, withheld }: Drawing,
): Truth | null {
  const { album, siblings, tells } = target;
  const isTold = tells.length > 0 && tells.every((hint) => row[hint] === target.row[hint]);
  if (tells.length > 0 && !isTold) return null;
  if (row.artist_name !== target.row.artist_name) {
    // Nobody is sure of a mistyped artist by the name alone, nor that a known one is not meant.
    if (target.artistOnly && !degradation.reversible) return null;
    if (isOtherName(row.artist_name, target.row.artist_name) && kept.isArtist(row.artist_name)) return null;
  }
  const missing = target.withheld && !target.artistOnly;
  const after = degradation.reversible ? target.row : row;
  const identity = judgeIdentity({ before: target.row, after, album, siblings, missing }, kept);
  if (identity === 'lost' || (identity === 'same' && !isTold && !target.open)) return null;
  if (identity === 'open' && missing) return null;
  return {
    artists: new Set([...target.artists].filter((id) => !withheld.has(id))),
    releases: new Set(target.withheld ? [] : album.ids),
    pressing: target.pressing,
    artistOnly: target.artistOnly,
    open: target.open || identity === 'open' || isMuchLost(target.row.album_title, row.album_title),
  };
}

function isOtherName(after: string, before: string): boolean {
  return plainWords(after).join(' ') !== plainWords(before).join(' ');
}

/** Of a title without a fifth of its letters nobody is quite sure. */
function isMuchLost(before: string, after: string): boolean {
  return after.length < before.length * 0.8 && before.toLowerCase().startsWith(after.toLowerCase());
}
