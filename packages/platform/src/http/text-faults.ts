import type { Fault } from './api-error.ts';
import { escapePointer } from './contract-faults.ts';

const maximumFaults = 20;

/** What JSON Schema cannot name: text that no database or UTF-8 file can hold. Null for text that is fine. */
export function findTextFault(text: string): string | null {
  if (text.includes('\u0000')) return 'must not contain the NUL character';
  return text.isWellFormed() ? null : 'must not contain half of a surrogate pair';
}

function* walkText(value: unknown, pointer: string): Generator<Fault> {
  if (typeof value === 'string') {
    const message = findTextFault(value);
    if (message !== null) yield { pointer, message };
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) yield* walkText(part, `${pointer}/${escapePointer(name)}`);
  }
}

/** The first faulty texts anywhere in a value. */
export function findTextFaults(value: unknown): Fault[] {
  return walkText(value, '').take(maximumFaults).toArray();
}
