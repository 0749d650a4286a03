import { type ArtistName, makeArtistName } from '../names/artist-name.ts';
import { looseKey } from '../names/fold.ts';
import { makeLabelName } from '../names/label-name.ts';
import { ENSEMBLES } from '../names/words.ts';
import { mix, Random } from '../random.ts';
import { homonymNumberOf, nameOwnerOf } from './homonyms.ts';
import { cultureOf, leaderOf, styleOf } from './kinship.ts';
import { PURPOSE } from './purposes.ts';
import type { Sketch } from './world.ts';

const LAST_ATTEMPT = 60;

/** Keys taken so far, as 32-bit fingerprints: a false alarm costs one more attempt. */
class Taken {
  private readonly slots: Uint32Array<ArrayBuffer>;

  constructor(count: number) {
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(count * 2 + 16)));
  }

  /** False when someone was here before. */
  take(key: string): boolean {
    let hash = 0x811c9dc5;
    for (let k = 0; k < key.length; k += 1) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193);
    const print = mix(0, 0, hash >>> 0) || 1;
    const mask = this.slots.length - 1;
    for (let at = print & mask; ; at = (at + 1) & mask) {
      if (this.slots[at] === print) return false;
      if (this.slots[at] !== 0) continue;
      this.slots[at] = print;
      return true;
    }
  }
}

function ledByMember(sketch: Sketch, artist: number): number | null {
  const leader = leaderOf(sketch, artist);
  return leader !== null && nameOwnerOf(sketch, leader) === leader ? leader : null;
}

function makeName(sketch: Sketch, artist: number, attempt: number): ArtistName {
  const random = new Random(mix(sketch.seed + attempt * 101, PURPOSE.name, artist));
  const leader = attempt < 3 ? ledByMember(sketch, artist) : null;
  if (leader === null) return makeArtistName(random, cultureOf(sketch, artist), styleOf(sketch, artist), attempt);
  const { text, latin } = artistNameOf(sketch, leader);
  const ensemble = random.pick(ENSEMBLES);
  return { text: `${text} ${ensemble}`, latin: `${latin} ${ensemble}`, given: null, family: null };
}

/** The name without the suffix that tells homonyms apart. */
export function artistNameOf(sketch: Sketch, artist: number): ArtistName {
  const owner = nameOwnerOf(sketch, artist);
  return makeName(sketch, owner, sketch.nameAttempts[owner]!);
}

/** The name as Discogs has it: ` (2)` for the second of the name. */
export function discogsArtistName(sketch: Sketch, artist: number): string {
  const { text } = artistNameOf(sketch, artist);
  const number = homonymNumberOf(sketch, artist);
  return number === 1 ? text : `${text} (${number})`;
}

/** Gives every owner of a name one that no other has; groups named after a member come last. */
export function settleArtistNames(sketch: Sketch): void {
  const total = sketch.artists + sketch.absentNames;
  const taken = new Taken(total);
  for (const later of [false, true]) {
    for (let artist = 0; artist < total; artist += 1) {
      if (nameOwnerOf(sketch, artist) !== artist) continue;
      const led = artist < sketch.artists && ledByMember(sketch, artist) !== null;
      if (led !== later) continue;
      let attempt = 0;
      while (!taken.take(looseKey(makeName(sketch, artist, attempt).text)) && attempt < LAST_ATTEMPT) attempt += 1;
      sketch.nameAttempts[artist] = attempt;
    }
  }
}

const LABEL_BLOCK = 20;

/** Two labels in twenty bear the name of another of their block. */
function labelNameOwner(sketch: Sketch, label: number): number {
  const position = sketch.labelFamilies.at(label);
  const block = Math.floor(position / LABEL_BLOCK);
  const place = position % LABEL_BLOCK;
  if (place < 18 || (block + 1) * LABEL_BLOCK > sketch.labels) return label;
  return sketch.labelFamilies.indexOf(block * LABEL_BLOCK + (place - 18) * 3);
}

export function labelNameOf(sketch: Sketch, label: number): string {
  if (label === 0) return 'Deadwax Sample Pressings';
  const owner = labelNameOwner(sketch, label);
  const attempt = sketch.labelAttempts[owner]!;
  return makeLabelName(new Random(mix(sketch.seed + attempt * 101, PURPOSE.labelName, owner)), attempt);
}

export function discogsLabelName(sketch: Sketch, label: number): string {
  return labelNameOwner(sketch, label) === label ? labelNameOf(sketch, label) : `${labelNameOf(sketch, label)} (2)`;
}

export function settleLabelNames(sketch: Sketch): void {
  const taken = new Taken(sketch.labels);
  for (let label = 1; label < sketch.labels; label += 1) {
    if (labelNameOwner(sketch, label) !== label) continue;
    let attempt = 0;
    const draw = () => makeLabelName(new Random(mix(sketch.seed + attempt * 101, PURPOSE.labelName, label)), attempt);
    while (!taken.take(looseKey(draw())) && attempt < LAST_ATTEMPT) attempt += 1;
    sketch.labelAttempts[label] = attempt;
  }
}

/** A fifth position of a block is a division of its fourth. */
export function parentLabelOf(sketch: Sketch, label: number): number | null {
  const position = sketch.labelFamilies.at(label);
  return position % 12 === 4 ? sketch.labelFamilies.indexOf(position - 1) : null;
}

export function sublabelOf(sketch: Sketch, label: number): number | null {
  const position = sketch.labelFamilies.at(label);
  return position % 12 === 3 && position + 1 < sketch.labels ? sketch.labelFamilies.indexOf(position + 1) : null;
}
