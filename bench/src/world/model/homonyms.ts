import { mix } from '../random.ts';
import { PURPOSE } from './purposes.ts';
import type { Sketch } from './world.ts';

/** In each hundred of the shuffle, the last sixteen bear names of the first few. */
const BLOCK = 100;
const FIRST_HOMONYM = 84;
const USUAL = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** One block in twelve has a name that many share. */
const CROWDED = USUAL.map((_, k) => (k < 14 ? 0 : k - 13));

function ownersIn(sketch: Sketch, block: number): readonly number[] {
  return mix(sketch.seed, PURPOSE.homonymBlock, block) % 12 === 0 ? CROWDED : USUAL;
}

function isWhole(sketch: Sketch, block: number): boolean {
  return (block + 1) * BLOCK <= sketch.artists;
}

/** The artist whose name this one bears: itself for most. */
export function nameOwnerOf(sketch: Sketch, artist: number): number {
  if (artist >= sketch.artists) return artist;
  const position = sketch.homonyms.at(artist);
  const block = Math.floor(position / BLOCK);
  const place = position % BLOCK;
  if (place < FIRST_HOMONYM || !isWhole(sketch, block)) return artist;
  return sketch.homonyms.indexOf(block * BLOCK + ownersIn(sketch, block)[place - FIRST_HOMONYM]!);
}

/** 1 for the first of the name, which has no suffix; then 2, 3, … */
export function homonymNumberOf(sketch: Sketch, artist: number): number {
  const position = sketch.homonyms.at(artist);
  const block = Math.floor(position / BLOCK);
  const place = position % BLOCK;
  if (place < FIRST_HOMONYM || !isWhole(sketch, block)) return 1;
  const owners = ownersIn(sketch, block);
  let number = 2;
  for (let k = 0; k < place - FIRST_HOMONYM; k += 1) if (owners[k] === owners[place - FIRST_HOMONYM]) number += 1;
  return number;
}

/** Everyone of this artist's name, itself included, in the order of their suffixes. */
export function namesakesOf(sketch: Sketch, artist: number): number[] {
  const position = sketch.homonyms.at(artist);
  const block = Math.floor(position / BLOCK);
  if (!isWhole(sketch, block)) return [artist];
  const owners = ownersIn(sketch, block);
  const place = position % BLOCK;
  const owner = place < FIRST_HOMONYM ? place : owners[place - FIRST_HOMONYM]!;
  const places = [owner];
  owners.forEach((each, k) => {
    if (each === owner) places.push(FIRST_HOMONYM + k);
  });
  return places.map((each) => sketch.homonyms.indexOf(block * BLOCK + each));
}
