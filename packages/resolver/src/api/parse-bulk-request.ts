import { validateBulkResolveLibrariesRequest } from '@deadwax/contract/generated/validators';
import type { BulkResolveLibrariesRequest } from '@deadwax/contract/schemas';
import { findContractFaults } from '@deadwax/platform/http/contract-faults';
import { InvalidInputError, MalformedJsonError, TooManyInputsError } from '@deadwax/platform/http/errors';
import { findTextFaults } from './check-text.ts';

const maximumInputs = 1000;

/** The request, or the first of: 400 not an object, 413 too many inputs, 422 all that is wrong with them. */
export function parseBulkRequest(body: unknown): BulkResolveLibrariesRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new MalformedJsonError('The body must be a JSON object.');
  }
  const inputs = 'inputs' in body ? body.inputs : undefined;
  if (Array.isArray(inputs) && inputs.length > maximumInputs) {
    throw new TooManyInputsError(inputs.length, maximumInputs);
  }
  const contractFaults = findContractFaults(validateBulkResolveLibrariesRequest, body);
  if (contractFaults.length > 0) throw new InvalidInputError(contractFaults);
  const request = body as BulkResolveLibrariesRequest;
  const textFaults = findTextFaults(request.inputs);
  if (textFaults.length > 0) throw new InvalidInputError(textFaults);
  return request;
}

/** A switch in the query string. Throws InvalidInputError for anything but `0` and `1`. */
export function readSwitch(query: unknown, name: string): boolean {
  const value = (query as Readonly<Record<string, unknown>> | null)?.[name];
  if (value === undefined || value === '0') return false;
  if (value === '1') return true;
  throw new InvalidInputError([{ pointer: `/${name}`, message: `The query parameter ${name} must be 0 or 1.` }]);
}
