import type { DefaultedParameters } from './generated/catalog/requests.d.ts';
import type { operations } from './generated/catalog/types.ts';

type Id = keyof operations;
/** Parameters that are not declared are none. */
type Part<T> = [T] extends [undefined] ? Record<never, never> : NonNullable<T>;
type Present<T, Names> = Omit<T, keyof T & Names> & Required<Pick<T, keyof T & Names>>;
/** What a body holds, whatever its media type; undefined where there is none. */
type Content<T> = T extends { content: infer Media } ? Media[keyof Media] : undefined;

export type PathParameters<I extends Id> = Part<operations[I]['parameters']['path']>;
/** Parameters with a default are always there: validation fills them in. */
export type QueryParameters<I extends Id> = Present<Part<operations[I]['parameters']['query']>, DefaultedParameters[I]>;
export type RequestBody<I extends Id> = Content<NonNullable<operations[I]['requestBody']>>;
/** What a successful answer says; undefined where that is nothing. */
export type Answer<I extends Id> = Content<
  operations[I]['responses'][keyof operations[I]['responses'] & (200 | 201 | 202 | 204)]
>;
