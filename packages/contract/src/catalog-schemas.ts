import type { components } from './generated/catalog/types.ts';

type Schemas = components['schemas'];

export type CompilationTrack = Schemas['CompilationTrack'];
export type FlowsheetEntry = Schemas['FlowsheetEntry'];
export type Format = Schemas['Format'];
export type Genre = Schemas['Genre'];
export type HealthCheckResponse = Schemas['HealthCheckResponse'];
export type IdentityHistoryEntry = Schemas['IdentityHistoryEntry'];
export type ImportLibraryResponse = Schemas['ImportLibraryResponse'];
export type ImportRow = Schemas['ImportRow'];
export type InputFault = Schemas['InputFault'];
export type JobRun = Schemas['JobRun'];
export type LibraryRecord = Schemas['LibraryRecord'];
export type LibraryRecordInput = Schemas['LibraryRecordInput'];
export type LibraryRecordPatch = Schemas['LibraryRecordPatch'];
export type ListFormatsResponse = Schemas['ListFormatsResponse'];
export type ListGenresResponse = Schemas['ListGenresResponse'];
export type Problem = Schemas['Problem'];
export type ProblemCode = Schemas['ProblemCode'];
export type ReadinessResponse = Schemas['ReadinessResponse'];
export type RecordIdentity = Schemas['RecordIdentity'];
export type RotationEntry = Schemas['RotationEntry'];
export type SearchResponse = Schemas['SearchResponse'];
export type Show = Schemas['Show'];
export type VersionResponse = Schemas['VersionResponse'];
