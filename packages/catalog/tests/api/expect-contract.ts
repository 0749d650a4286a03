import type { ProblemCode } from '@deadwax/contract/catalog-schemas';
import { type OperationId, operations } from '@deadwax/contract/generated/catalog/operations';
import * as validators from '@deadwax/contract/generated/catalog/validators';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

type Validate = ((data: unknown) => boolean) & { errors?: unknown };
type Answer = Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'json'>;

/** The answer is one that the contract declares for the operation, and fits its schema. */
export function expectContract(operationId: OperationId, response: Answer): void {
  const { statusCode: status } = response;
  const responses: Readonly<Record<string, string | null>> = operations[operationId].responses;
  expect(Object.keys(responses), `${operationId} answered ${status}`).toContain(String(status));
  const schema = responses[status];
  if (schema !== null && schema !== undefined) expectSchema(schema, response.json());
}

export function expectSchema(schema: string, body: unknown): void {
  const validate = (validators as Readonly<Record<string, Validate>>)[`validate${schema}`];
  if (validate === undefined) throw new Error(`no validator for ${schema}`);
  const fits = validate(body);
  expect({ schema, fits, errors: validate.errors ?? [] }).toEqual({ schema, fits: true, errors: [] });
}

export function expectProblem(response: Answer, status: number, code: ProblemCode): void {
  const body = response.json();
  expect({ status: response.statusCode, code: body.code }).toEqual({ status, code });
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expectSchema('Problem', body);
  expect(body).toMatchObject({ status, instance: `urn:deadwax:request:${response.headers['x-request-id']}` });
}
