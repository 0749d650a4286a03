import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Path of a real sample beside the checkout, or null where the samples are absent (tests then say what they skip). */
export function sharedData(...parts: string[]): string | null {
  const path = root + parts.join('/');
  return existsSync(path) ? path : null;
}
