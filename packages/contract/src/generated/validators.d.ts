import type { ErrorObject } from 'ajv';
import type { components } from './types.ts';

interface Validate<T> {
  (data: unknown): data is T;
  errors?: ErrorObject[] | null;
}

export declare const validateBulkResolveInput: Validate<components['schemas']['BulkResolveInput']>;
export declare const validateBulkResolveLibrariesRequest: Validate<components['schemas']['BulkResolveLibrariesRequest']>;
export declare const validateBulkResolveLibrariesResponse: Validate<components['schemas']['BulkResolveLibrariesResponse']>;
export declare const validateBulkResolveResult: Validate<components['schemas']['BulkResolveResult']>;
export declare const validateFindTouchedRequest: Validate<components['schemas']['FindTouchedRequest']>;
export declare const validateFindTouchedResponse: Validate<components['schemas']['FindTouchedResponse']>;
export declare const validateHealthCheckResponse: Validate<components['schemas']['HealthCheckResponse']>;
export declare const validateProblem: Validate<components['schemas']['Problem']>;
export declare const validateReadinessResponse: Validate<components['schemas']['ReadinessResponse']>;
export declare const validateSnapshotChange: Validate<components['schemas']['SnapshotChange']>;
export declare const validateVersionResponse: Validate<components['schemas']['VersionResponse']>;
