import { validateBulkResolveInput } from '@deadwax/contract/generated/validators';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { ApiError } from '@deadwax/platform/http/api-error';
import { findContractFaults } from '@deadwax/platform/http/contract-faults';
import { BodyTooLargeError, InvalidInputError, MalformedJsonError } from '@deadwax/platform/http/errors';
import { findTextFaults } from '@deadwax/platform/http/text-faults';
import { type Line, maximumLineBytes } from './split-lines.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The input on a line, or what is wrong with it. */
export function parseLine({ bytes }: Line): { input: BulkResolveInput } | { error: ApiError } {
  if (bytes === null) return { error: new BodyTooLargeError(maximumLineBytes) };
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    return { error: new MalformedJsonError('The line is not valid JSON in UTF-8.', { cause }) };
  }
  const contractFaults = findContractFaults(validateBulkResolveInput, value);
  const faults = contractFaults.length > 0 ? contractFaults : findTextFaults(value);
  return faults.length > 0 ? { error: new InvalidInputError(faults) } : { input: value as BulkResolveInput };
}
