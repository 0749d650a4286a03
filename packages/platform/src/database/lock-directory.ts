import { join } from 'node:path';
import { takeLockFile } from '../lock-file.ts';

/** Takes an embedded database's folder for this process, which the database itself does not do. Throws when another holds it. */
export function lockDirectory(directory: string): () => void {
  const attempt = takeLockFile(join(directory, 'deadwax.lock'));
  if ('release' in attempt) return attempt.release;
  throw new Error(`the database in ${directory} is in use by process ${attempt.holder ?? '(just started)'}`);
}
