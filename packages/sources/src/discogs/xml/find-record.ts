import { BYTE_CLASS, GT, LT, SLASH, SPACE } from './byte-class.ts';
import type { RecordKind } from './record-kind.ts';

/**
 * Where the next record begins, or the root ends, after a record that could not be read; -1 when the window does not tell.
 * Looks at bytes only: what stands before it is not XML.
 */
export function findNextRecord(bytes: Buffer, range: { from: number; end: number }, kind: RecordKind): number {
  const window = bytes.subarray(0, range.end);
  const start = Buffer.from(`<${kind.tag}`);
  const rootEnd = window.indexOf(`</${kind.root}`, range.from);
  let at = window.indexOf(start, range.from);
  while (at >= 0 && (rootEnd < 0 || at < rootEnd)) {
    if (beginsRecord(window, at + start.length, kind)) return at;
    at = window.indexOf(start, at + start.length);
  }
  return rootEnd;
}

/** Bytes by which `findBorder` knows a record: its tag, and what stands behind it. */
export const BORDER_BYTES = 64;

/** Where the first record seems to begin of those that the bytes show; -1 where none does. Comments may hold such tags too. */
export function findBorder(bytes: Buffer, kind: RecordKind): number {
  const start = Buffer.from(`<${kind.tag}`);
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + start.length)) {
    const shown = bytes.subarray(0, at + BORDER_BYTES);
    if (beginsRecord(shown, at + start.length, kind)) return at;
  }
  return -1;
}

function beginsRecord(window: Buffer, afterName: number, kind: RecordKind): boolean {
  let at = afterName;
  while (at < window.length && (BYTE_CLASS[window[at]!]! & SPACE) !== 0) at += 1;
  if (kind.hasAttributes) return at > afterName ? window[at] !== SLASH : window[at] === GT;
  if (window[at] !== GT) return false;
  do at += 1;
  while (at < window.length && (BYTE_CLASS[window[at]!]! & SPACE) !== 0);
  return window[at] === LT && window[at + 1] !== SLASH;
}
