import { join } from 'node:path';
import { workAt } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { type BlockFile, createBlockFile, type WrittenFile } from '../output/gzip-file.ts';
import { albumEntity } from './albums.ts';
import { artistEntity } from './artists.ts';
import { noiseEntity } from './noise.ts';

/** Items between two that are no music. */
const NOISE_EVERY = 5;

function createEntityWriter(world: World, file: BlockFile) {
  let written = 0;
  return async (line: string | null) => {
    if (line === null) return;
    const noise = written % NOISE_EVERY === 0 ? `${noiseEntity(world, written)},\n` : '';
    const full = file.add(`${written === 0 ? '[\n' : ',\n'}${noise}${line}`);
    written += 1;
    if (full) await file.flush();
  };
}

/** `wikidata.json.gz`: an array, one entity a line. */
export async function writeWikidata(world: World, folder: string): Promise<WrittenFile> {
  const file = createBlockFile(join(folder, 'wikidata.json.gz'));
  const add = createEntityWriter(world, file);
  await add(noiseEntity(world, -1));
  for (let artist = 0; artist < world.artists; artist += 1) {
    const line = artistEntity(world, artist);
    if (line !== null) await add(line);
  }
  for (let index = 0; index < world.artistWorks; index += 1) {
    const line = albumEntity(world, workAt(world, index));
    if (line !== null) await add(line);
  }
  file.add('\n]\n');
  return file.close();
}
