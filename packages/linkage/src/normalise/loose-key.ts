import { isAscii } from './ascii.ts';
import { asciiForm } from './ascii-form.ts';
import { foldLookAlikes } from './look-alikes.ts';

/**
 * A key without spaces, in Latin letters: joins `black bird` and `blackbird`, `дахабраха` and `dakhabrakha`, `łona` and
 * `lona`. It merges more than a key does, so what it finds ranks lower. Empty only for an empty key.
 */
export function looseKey(key: string): string {
  if (isAscii(key)) return key.replaceAll(' ', '');
  const romanised = asciiForm(foldLookAlikes(key)).replace(/[^a-z0-9]/g, '');
  return romanised === '' ? key.replaceAll(' ', '') : romanised;
}
