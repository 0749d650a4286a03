import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** Code that decides what the background holds. */
const CODE = [
  'bench/src/world',
  'packages/sources/src',
  'packages/snapshot/src/build',
  'packages/linkage/src/normalise',
];

/** Names a background by all it is made from, so that one made otherwise is never taken for it. */
export function backgroundKey(options: unknown, samples: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const folder of CODE) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted();
    for (const name of names) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(readFileSync(join(root, folder, name)));
    }
  }
  for (const file of samples) hash.update(`${file} ${statSync(file).size}\n`);
  return hash.digest('hex').slice(0, 12);
}
