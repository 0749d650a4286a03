import { validateFindTouchedRequest } from '@deadwax/contract/generated/validators';
import type { FindTouchedRequest, FindTouchedResponse } from '@deadwax/contract/schemas';
import { findContractFaults } from '@deadwax/platform/http/contract-faults';
import { InvalidInputError, MalformedJsonError, TooManyInputsError } from '@deadwax/platform/http/errors';
import type { FastifyRequest } from 'fastify';
import type { AppDependencies } from './dependencies.ts';
import { findChanges } from './find-changes.ts';

const maximumInputs = 1000;

export function findTouchedLibraries(dependencies: AppDependencies) {
  return async ({ body }: FastifyRequest): Promise<FindTouchedResponse> => {
    const { snapshot, since, inputs } = parseRequest(body);
    const touched = await findChanges(dependencies, { snapshot, since }, (changes) =>
      inputs.filter((input) => changes.touches(input)).map(({ library_id: id }) => id),
    );
    return { contract_version: 1, snapshot, since, touched };
  };
}

function parseRequest(body: unknown): FindTouchedRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new MalformedJsonError('The body must be a JSON object.');
  if ('inputs' in body && Array.isArray(body.inputs) && body.inputs.length > maximumInputs)
    throw new TooManyInputsError(body.inputs.length, maximumInputs);
  const faults = findContractFaults(validateFindTouchedRequest, body);
  if (faults.length > 0) throw new InvalidInputError(faults);
  return body as FindTouchedRequest;
}
