import { SnapshotError } from '../errors.ts';

/** Throws `damaged` unless a section has this many values. */
export function checkLength(name: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length) throw damaged(name);
}

export function damaged(name: string): SnapshotError {
  return new SnapshotError('damaged', `section ${name} of the match index is not as long as what it belongs to`);
}
