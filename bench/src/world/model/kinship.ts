import type { NameStyle } from '../names/artist-name.ts';
import { CULTURES, type Culture } from '../names/culture.ts';
import { mix, Random } from '../random.ts';
import { PURPOSE } from './purposes.ts';
import type { Sketch } from './world.ts';

/** A block of eight: 0 to 2 may be aliases, 3 may be a group of 4 to 7, and who 2 is depends. */
const BLOCK = 8;
const GROUP_AT = 3;

interface FamilyBlock {
  readonly aliases: number;
  readonly members: number;
  /** The group bears its first member's name: `… Trio`. */
  readonly led: boolean;
}

function blockOf(sketch: Sketch, block: number): FamilyBlock {
  const random = new Random(mix(sketch.seed, PURPOSE.familyBlock, block));
  const whole = (block + 1) * BLOCK <= sketch.artists;
  const aliases = random.chance(0.38) ? (random.chance(0.25) ? 3 : 2) : 0;
  const members = random.chance(0.63) ? random.weighted([0, 0, 60, 25, 15]) : 0;
  return { aliases: whole ? aliases : 0, members: whole ? members : 0, led: random.chance(0.12) };
}

interface Place {
  readonly block: number;
  readonly slot: number;
}

function placeOf(sketch: Sketch, artist: number): Place {
  const position = sketch.families.at(artist);
  return { block: Math.floor(position / BLOCK), slot: position % BLOCK };
}

function relatives(sketch: Sketch, block: number, slots: readonly number[]): number[] {
  return slots.map((slot) => sketch.families.indexOf(block * BLOCK + slot));
}

const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7];

export function aliasesOf(sketch: Sketch, artist: number): number[] {
  const { block, slot } = placeOf(sketch, artist);
  if (slot > 2) return [];
  const { aliases } = blockOf(sketch, block);
  if (slot >= aliases) return [];
  return relatives(
    sketch,
    block,
    SLOTS.slice(0, aliases).filter((each) => each !== slot),
  );
}

export function membersOf(sketch: Sketch, artist: number): number[] {
  const { block, slot } = placeOf(sketch, artist);
  if (slot !== GROUP_AT) return [];
  return relatives(sketch, block, SLOTS.slice(GROUP_AT + 1, GROUP_AT + 1 + blockOf(sketch, block).members));
}

export function groupsOf(sketch: Sketch, artist: number): number[] {
  const { block, slot } = placeOf(sketch, artist);
  if (slot <= GROUP_AT || slot - GROUP_AT > blockOf(sketch, block).members) return [];
  return relatives(sketch, block, [GROUP_AT]);
}

/** The member whose name the group bears, or null. */
export function leaderOf(sketch: Sketch, artist: number): number | null {
  const { block, slot } = placeOf(sketch, artist);
  if (slot !== GROUP_AT) return null;
  const { members, led } = blockOf(sketch, block);
  return led && members > 0 ? sketch.families.indexOf(block * BLOCK + GROUP_AT + 1) : null;
}

export function styleOf(sketch: Sketch, artist: number): NameStyle {
  if (artist >= sketch.artists) return (['person', 'group', 'group'] as const)[artist % 3]!;
  const { block, slot } = placeOf(sketch, artist);
  if (slot === GROUP_AT) return 'group';
  if (slot === 1) return 'project';
  if (slot === 2) return blockOf(sketch, block).aliases === 3 ? 'project' : 'group';
  return 'person';
}

const TABLE_SIZE = 2000;
const CULTURE_TABLE: readonly Culture[] = (() => {
  const total = CULTURES.reduce((sum, { share }) => sum + share, 0);
  return CULTURES.flatMap(
    (culture) => Array(Math.round((culture.share / total) * TABLE_SIZE)).fill(culture) as Culture[],
  );
})();

const RARE = CULTURES.filter(({ script }) => script !== null);
const LEAST_WITH_ALL = 1000;

/** Relatives mostly share one; in all but the smallest worlds each script has a family. */
export function cultureOf(sketch: Sketch, artist: number): Culture {
  const own = mix(sketch.seed, PURPOSE.culture, artist);
  if (artist >= sketch.artists || own % 100 < 12) return CULTURE_TABLE[(own >>> 8) % CULTURE_TABLE.length]!;
  const { block } = placeOf(sketch, artist);
  if (block < RARE.length && sketch.artists >= LEAST_WITH_ALL) return RARE[block]!;
  const family = mix(sketch.seed + 1, PURPOSE.culture, block);
  return CULTURE_TABLE[family % CULTURE_TABLE.length]!;
}
