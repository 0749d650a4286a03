import { fileURLToPath } from 'node:url';
import catalogDocument from '../src/generated/catalog/openapi.json' with { type: 'json' };
import { operations as catalogOperations } from '../src/generated/catalog/operations.ts';
import * as catalogValidators from '../src/generated/catalog/validators.js';
import resolverDocument from '../src/generated/openapi.json' with { type: 'json' };
import { operations as resolverOperations } from '../src/generated/operations.ts';
import * as resolverValidators from '../src/generated/validators.js';

type Validate = ((data: unknown) => boolean) & Pick<typeof resolverValidators.validateProblem, 'errors'>;

interface Operation {
  readonly request: string | null;
  readonly responses: Readonly<Record<string, string | null>>;
}

export interface Contract {
  readonly name: string;
  /** Where its files are, with a slash at the end. */
  readonly folder: string;
  readonly schemas: Readonly<Record<string, object>>;
  readonly codes: readonly string[];
  readonly operations: Readonly<Record<string, Operation>>;
  readonly validators: Readonly<Record<string, Validate>>;
}

const root = fileURLToPath(new URL('../../../contract/', import.meta.url));

export const resolver: Contract = {
  name: 'resolver',
  folder: root,
  schemas: resolverDocument.components.schemas,
  codes: resolverDocument.components.schemas.ProblemCode.enum,
  operations: resolverOperations,
  validators: resolverValidators,
};

export const catalog: Contract = {
  name: 'catalog',
  folder: `${root}catalog/`,
  schemas: catalogDocument.components.schemas,
  codes: catalogDocument.components.schemas.ProblemCode.enum,
  operations: catalogOperations,
  validators: catalogValidators,
};
