import { SnapshotError } from '../errors.ts';
import type { StringList } from './string-list.ts';

/** Throws `damaged` unless a list's runs end where its values do and begin for each of its owners. */
export function checkRuns(name: string, starts: Uint32Array, values: ArrayLike<number>, owners?: number): void {
  const isWhole = starts.length > 0 && starts.at(-1) === values.length;
  if (!isWhole || (owners !== undefined && starts.length !== owners + 1)) throw damaged(name);
}

/** Throws `damaged` unless the texts end where their bytes do. */
export function checkTexts(name: string, texts: StringList): void {
  checkRuns(name, texts.offsets, texts.bytes);
}

/** Throws `damaged` unless a section has this many values. */
export function checkLength(name: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length) throw damaged(name);
}

export function damaged(name: string): SnapshotError {
  return new SnapshotError('damaged', `section ${name} of the match index is not as long as what it belongs to`);
}
