import type { Fault } from './api-error.ts';

interface SchemaFault {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
}

/** A validator as Ajv generates it. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaFault[] | null;
}

/** One name as a segment of a JSON pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

function describeFault({ instancePath, keyword, params, message }: SchemaFault): Fault {
  if (keyword === 'additionalProperties') {
    return {
      pointer: `${instancePath}/${escapePointer(String(params.additionalProperty))}`,
      message: 'is not part of the contract',
    };
  }
  return { pointer: instancePath, message: message ?? 'does not fit the contract' };
}

/** What of a value does not fit the contract: as many faults as the validator looks for. */
export function findContractFaults(validate: Validator, value: unknown): Fault[] {
  return validate(value) ? [] : (validate.errors ?? []).map(describeFault);
}
