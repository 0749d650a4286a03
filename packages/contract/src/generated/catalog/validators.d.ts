import type { ErrorObject } from 'ajv';
import type { components } from './types.ts';

interface Validate<T> {
  (data: unknown): data is T;
  errors?: ErrorObject[] | null;
}

export declare const validateAddCompilationTracksRequest: Validate<components['schemas']['AddCompilationTracksRequest']>;
export declare const validateAddCompilationTracksResponse: Validate<components['schemas']['AddCompilationTracksResponse']>;
export declare const validateCompilationTracksResponse: Validate<components['schemas']['CompilationTracksResponse']>;
export declare const validateDriftRequest: Validate<components['schemas']['DriftRequest']>;
export declare const validateDriftRun: Validate<components['schemas']['DriftRun']>;
export declare const validateFlowsheetEntry: Validate<components['schemas']['FlowsheetEntry']>;
export declare const validateFlowsheetEntryInput: Validate<components['schemas']['FlowsheetEntryInput']>;
export declare const validateFlowsheetResponse: Validate<components['schemas']['FlowsheetResponse']>;
export declare const validateGateReport: Validate<components['schemas']['GateReport']>;
export declare const validateHealthCheckResponse: Validate<components['schemas']['HealthCheckResponse']>;
export declare const validateIdentityHistoryResponse: Validate<components['schemas']['IdentityHistoryResponse']>;
export declare const validateImportLibraryRequest: Validate<components['schemas']['ImportLibraryRequest']>;
export declare const validateImportLibraryResponse: Validate<components['schemas']['ImportLibraryResponse']>;
export declare const validateImportOverridesRequest: Validate<components['schemas']['ImportOverridesRequest']>;
export declare const validateImportOverridesResponse: Validate<components['schemas']['ImportOverridesResponse']>;
export declare const validateJobRun: Validate<components['schemas']['JobRun']>;
export declare const validateJobRunsResponse: Validate<components['schemas']['JobRunsResponse']>;
export declare const validateLegacyMigrationRequest: Validate<components['schemas']['LegacyMigrationRequest']>;
export declare const validateLibraryRecord: Validate<components['schemas']['LibraryRecord']>;
export declare const validateLibraryRecordInput: Validate<components['schemas']['LibraryRecordInput']>;
export declare const validateLibraryRecordPatch: Validate<components['schemas']['LibraryRecordPatch']>;
export declare const validateListFormatsResponse: Validate<components['schemas']['ListFormatsResponse']>;
export declare const validateListGenresResponse: Validate<components['schemas']['ListGenresResponse']>;
export declare const validateMakeOverrideResponse: Validate<components['schemas']['MakeOverrideResponse']>;
export declare const validateOverrideInput: Validate<components['schemas']['OverrideInput']>;
export declare const validateOverridesResponse: Validate<components['schemas']['OverridesResponse']>;
export declare const validateProblem: Validate<components['schemas']['Problem']>;
export declare const validatePullRequest: Validate<components['schemas']['PullRequest']>;
export declare const validateReadinessResponse: Validate<components['schemas']['ReadinessResponse']>;
export declare const validateReviewDecisionInput: Validate<components['schemas']['ReviewDecisionInput']>;
export declare const validateReviewDecisionResponse: Validate<components['schemas']['ReviewDecisionResponse']>;
export declare const validateReviewResponse: Validate<components['schemas']['ReviewResponse']>;
export declare const validateRotationEntry: Validate<components['schemas']['RotationEntry']>;
export declare const validateRotationEntryInput: Validate<components['schemas']['RotationEntryInput']>;
export declare const validateRotationEntryPatch: Validate<components['schemas']['RotationEntryPatch']>;
export declare const validateRotationResponse: Validate<components['schemas']['RotationResponse']>;
export declare const validateSearchResponse: Validate<components['schemas']['SearchResponse']>;
export declare const validateShow: Validate<components['schemas']['Show']>;
export declare const validateShowInput: Validate<components['schemas']['ShowInput']>;
export declare const validateVersionResponse: Validate<components['schemas']['VersionResponse']>;
