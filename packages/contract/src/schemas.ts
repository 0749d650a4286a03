import type { components } from './generated/types.ts';

type Schemas = components['schemas'];

export type BulkResolveInput = Schemas['BulkResolveInput'];
export type BulkResolveLibrariesRequest = Schemas['BulkResolveLibrariesRequest'];
export type BulkResolveLibrariesResponse = Schemas['BulkResolveLibrariesResponse'];
export type BulkResolveResult = Schemas['BulkResolveResult'];
export type BulkResolveResultKind = Schemas['BulkResolveResultKind'];
export type CacheStats = Schemas['CacheStats'];
export type Candidate = Schemas['Candidate'];
export type Conflict = Schemas['Conflict'];
export type Explanation = Schemas['Explanation'];
export type FindTouchedRequest = Schemas['FindTouchedRequest'];
export type FindTouchedResponse = Schemas['FindTouchedResponse'];
export type HealthCheckResponse = Schemas['HealthCheckResponse'];
export type IdentityMethod = Schemas['IdentityMethod'];
export type InputFault = Schemas['InputFault'];
export type Problem = Schemas['Problem'];
export type ProblemCode = Schemas['ProblemCode'];
export type ProvenanceEntry = Schemas['ProvenanceEntry'];
export type ReadinessResponse = Schemas['ReadinessResponse'];
export type ReconciledArtist = Schemas['ReconciledArtist'];
export type ReconciledIdentity = Schemas['ReconciledIdentity'];
export type TouchedInput = Schemas['TouchedInput'];
export type TrackIdentity = Schemas['TrackIdentity'];
export type VersionResponse = Schemas['VersionResponse'];
