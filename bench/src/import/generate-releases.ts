import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createRandom } from './random.ts';
import { makeReleaseXml } from './release-xml.ts';
import { createVocabulary } from './vocabulary.ts';

const BLOCK = 4_000_000;

/** Writes a Discogs releases dump of this size, generated, the same for the same seed; an existing file is kept. */
export async function generateReleases(path: string, bytes: number, seed = 1): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const random = createRandom(seed);
  const words = createVocabulary(seed + 1);
  const partial = `${path}.${process.pid}.partial`;
  await using file = await open(partial, 'w');
  let block = '<releases>\n';
  let written = 0;
  for (let id = 1; written < bytes; id += 1) {
    block += makeReleaseXml(id, random, words);
    if (block.length < BLOCK && written + block.length < bytes) continue;
    written += (await file.write(block)).bytesWritten;
    block = '';
  }
  await file.write('</releases>\n');
  renameSync(partial, path);
}
