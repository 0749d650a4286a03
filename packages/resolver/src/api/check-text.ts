import type { BulkResolveInput, InputFault } from '@deadwax/contract/schemas';

const maximumFaults = 20;

function findTextFault(text: string): string | null {
  if (text.includes('\u0000')) return 'must not contain the NUL character';
  return text.isWellFormed() ? null : 'must not contain half of a surrogate pair';
}

/** Faults that JSON Schema cannot name: text that no database or UTF-8 file can hold. */
export function findTextFaults(inputs: readonly BulkResolveInput[]): InputFault[] {
  const faults: InputFault[] = [];
  for (const [index, input] of inputs.entries()) {
    for (const field in input) {
      const value = input[field as keyof BulkResolveInput];
      const message = typeof value === 'string' ? findTextFault(value) : null;
      if (message !== null) faults.push({ pointer: `/inputs/${index}/${field}`, message });
      if (faults.length === maximumFaults) return faults;
    }
  }
  return faults;
}
