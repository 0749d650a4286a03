import { namesakesOf } from '../model/homonyms.ts';
import { artistNameOf } from '../model/names.ts';
import { type Release, releaseAt } from '../model/release.ts';
import { titleOf, VARIOUS, type Work, workAt } from '../model/work.ts';
import type { World } from '../model/world.ts';
import type { ArtistName } from '../names/artist-name.ts';
import { looseKey } from '../names/fold.ts';
import type { Random } from '../random.ts';

/** The record in the typist's hand. */
export interface Pick {
  readonly world: World;
  readonly random: Random;
  readonly work: Work;
  /** The edition the station has. */
  readonly release: Release;
  /** VARIOUS for a compilation. */
  readonly artist: number;
  readonly name: ArtistName;
}

const NOBODY: ArtistName = { text: 'Various', latin: 'Various', given: null, family: null };

/** A station had few files: it has the disc if there is one. */
function editionOnShelf(world: World, work: Work, random: Random): Release {
  const first = random.below(work.releaseCount);
  for (let k = 0; k < work.releaseCount; k += 1) {
    const release = releaseAt(world, work, (first + k) % work.releaseCount);
    if (release.format.name !== 'File') return release;
  }
  return releaseAt(world, work, first);
}

/** Works that are under a master are the better known: two in three of a library are. */
export function drawPick(world: World, random: Random, various: boolean): Pick {
  const index = various
    ? world.artistWorks + random.below(world.works - world.artistWorks)
    : random.below(world.artistWorks);
  const work = workAt(world, index);
  if (!work.mastered && random.chance(0.5)) return drawPick(world, random, various);
  const artist = work.credits[0]!.artist;
  const name = artist === VARIOUS ? NOBODY : artistNameOf(world, artist);
  return { world, random, work, artist, name, release: editionOnShelf(world, work, random) };
}

/** Whether a namesake has a work of this title too: then nothing typed tells which is meant. */
export function hasRival({ world, artist, work }: Pick): boolean {
  const key = looseKey(work.title.text);
  return namesakesOf(world, artist).some((other) => {
    if (other === artist) return false;
    for (let index = world.workStart[other]!; index < world.workStart[other + 1]!; index += 1) {
      if (looseKey(titleOf(world, index).text) === key) return true;
    }
    return false;
  });
}
