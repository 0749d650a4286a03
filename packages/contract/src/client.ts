import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './generated/types.ts';

export type ResolverClient = Client<paths, 'application/json' | 'application/problem+json'>;

export interface ResolverClientOptions extends Pick<ClientOptions, 'fetch'> {
  /** Origin of the resolver: `http://127.0.0.1:8077`. */
  readonly baseUrl: string;
  /** Sent as a bearer token with every request. */
  readonly token: string;
}

/** A client typed by the contract. It never throws for an answer: `error` holds the problem, `data` the result. */
export function createResolverClient({ token, ...options }: ResolverClientOptions): ResolverClient {
  return createClient<paths, 'application/json' | 'application/problem+json'>({
    ...options,
    headers: { authorization: `Bearer ${token}` },
  });
}
