import { validateBulkResolveLibrariesRequest as validate } from '@deadwax/contract/generated/validators';
import type { InputFault } from '@deadwax/contract/schemas';

type SchemaFault = NonNullable<typeof validate.errors>[number];

function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

function describeFault({ instancePath, keyword, params, message }: SchemaFault): InputFault {
  if (keyword === 'additionalProperties') {
    return {
      pointer: `${instancePath}/${escapePointer(String(params.additionalProperty))}`,
      message: 'is not part of the contract',
    };
  }
  return { pointer: instancePath, message: message ?? 'does not fit the contract' };
}

/** What of a body does not fit the contract; the validator stops at the first. */
export function findContractFaults(body: unknown): InputFault[] {
  return validate(body) ? [] : (validate.errors ?? []).map(describeFault);
}
