import {
  validateBulkResolveLibrariesResponse,
  validateFindTouchedResponse,
  validateHealthCheckResponse,
  validateProblem,
  validateReadinessResponse,
  validateSnapshotChange,
  validateVersionResponse,
} from '@deadwax/contract/generated/validators';
import type { ProblemCode } from '@deadwax/contract/schemas';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

const validators = {
  BulkResolveLibrariesResponse: validateBulkResolveLibrariesResponse,
  FindTouchedResponse: validateFindTouchedResponse,
  HealthCheckResponse: validateHealthCheckResponse,
  Problem: validateProblem,
  ReadinessResponse: validateReadinessResponse,
  SnapshotChange: validateSnapshotChange,
  VersionResponse: validateVersionResponse,
};

export function expectContract(schema: keyof typeof validators, body: unknown): void {
  const validate = validators[schema];
  const fits = validate(body);
  expect({ schema, fits, errors: validate.errors ?? [] }).toEqual({ schema, fits: true, errors: [] });
}

export function expectProblem(response: LightMyRequestResponse, status: number, code: ProblemCode): void {
  const body = response.json();
  expect({ status: response.statusCode, code: body.code }).toEqual({ status, code });
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expectContract('Problem', body);
  expect(body).toMatchObject({ status, instance: `urn:deadwax:request:${response.headers['x-request-id']}` });
}
