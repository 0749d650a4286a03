import type { OperationId } from '@deadwax/contract/generated/catalog/operations';
import { requests } from '@deadwax/contract/generated/catalog/requests';
import type { Fault } from '@deadwax/platform/http/api-error';
import { findContractFaults } from '@deadwax/platform/http/contract-faults';
import { InvalidInputError } from '@deadwax/platform/http/errors';
import { findTextFaults } from '@deadwax/platform/http/text-faults';
import type { preValidationAsyncHookHandler } from 'fastify';

const maximumFaults = 20;

/** Parameters are pointed at by name alone, wherever they stand. */
function withoutPlace({ pointer, message }: Fault): Fault {
  return { pointer: pointer.replace(/^\/(path|query)/, ''), message };
}

/**
 * Holds parameters and body to the contract, and refuses text that no database can hold. Parameters are turned, in place, into the
 * types that are declared.
 */
export function checkRequest(operationId: OperationId): preValidationAsyncHookHandler {
  const { parameters, body } = requests[operationId];
  return async (request) => {
    const values = { path: request.params, query: request.query };
    const faults = [
      ...findContractFaults(parameters, values).map(withoutPlace),
      ...(body === null ? [] : findContractFaults(body, request.body)),
    ];
    if (faults.length > 0) throw new InvalidInputError(faults.slice(0, maximumFaults));
    const textFaults = [
      ...findTextFaults(values).map(withoutPlace),
      ...(body === null ? [] : findTextFaults(request.body)),
    ];
    if (textFaults.length > 0) throw new InvalidInputError(textFaults.slice(0, maximumFaults));
  };
}
