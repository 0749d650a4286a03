import type { components } from './generated/catalog/types.ts';

type Schemas = components['schemas'];

export type Format = Schemas['Format'];
export type Genre = Schemas['Genre'];
export type HealthCheckResponse = Schemas['HealthCheckResponse'];
export type InputFault = Schemas['InputFault'];
export type ListFormatsResponse = Schemas['ListFormatsResponse'];
export type ListGenresResponse = Schemas['ListGenresResponse'];
export type Problem = Schemas['Problem'];
export type ProblemCode = Schemas['ProblemCode'];
export type ReadinessResponse = Schemas['ReadinessResponse'];
export type VersionResponse = Schemas['VersionResponse'];
