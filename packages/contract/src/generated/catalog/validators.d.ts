import type { ErrorObject } from 'ajv';
import type { components } from './types.ts';

interface Validate<T> {
  (data: unknown): data is T;
  errors?: ErrorObject[] | null;
}

export declare const validateHealthCheckResponse: Validate<components['schemas']['HealthCheckResponse']>;
export declare const validateListFormatsResponse: Validate<components['schemas']['ListFormatsResponse']>;
export declare const validateListGenresResponse: Validate<components['schemas']['ListGenresResponse']>;
export declare const validateProblem: Validate<components['schemas']['Problem']>;
export declare const validateReadinessResponse: Validate<components['schemas']['ReadinessResponse']>;
export declare const validateVersionResponse: Validate<components['schemas']['VersionResponse']>;
