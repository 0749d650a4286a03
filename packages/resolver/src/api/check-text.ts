import type { BulkResolveInput, InputFault } from '@deadwax/contract/schemas';
import { findTextFault } from '@deadwax/platform/http/text-faults';

const maximumFaults = 20;

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
