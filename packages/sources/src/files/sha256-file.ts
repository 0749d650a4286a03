import { createHash } from 'node:crypto';
import { type FileChunkOptions, readFileChunks } from './file-chunks.ts';

/** SHA-256 of a file as it stands on disk, lower-case hexadecimal. */
export async function sha256File(path: string, options: FileChunkOptions = {}): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readFileChunks(path, { chunkBytes: 1_048_576, ...options })) hash.update(chunk);
  return hash.digest('hex');
}
