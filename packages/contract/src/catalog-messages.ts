import type { DefaultedParameters } from './generated/catalog/requests.d.ts';
import type { operations } from './generated/catalog/types.ts';

type Id = keyof operations;
/** Parameters that are not declared are none. */
type Part<T> = [T] extends [undefined] ? Record<never, never> : NonNullable<T>;
type Present<T, Names> = Omit<T, keyof T & Names> & Required<Pick<T, keyof T & Names>>;
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;

export type PathParameters<I extends Id> = Part<operations[I]['parameters']['path']>;
/** Parameters with a default are always there: validation fills them in. */
export type QueryParameters<I extends Id> = Present<Part<operations[I]['parameters']['query']>, DefaultedParameters[I]>;
export type RequestBody<I extends Id> = Json<NonNullable<operations[I]['requestBody']>>;
/** What a successful answer says; undefined where that is nothing, or no JSON. */
export type Answer<I extends Id> = Json<
  operations[I]['responses'][keyof operations[I]['responses'] & (200 | 201 | 202 | 204)]
>;
