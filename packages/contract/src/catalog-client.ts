import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './generated/catalog/types.ts';

export type CatalogClient = Client<paths>;

export interface CatalogClientOptions extends Pick<ClientOptions, 'fetch'> {
  /** Origin of the catalog: `http://127.0.0.1:8078`. */
  readonly baseUrl: string;
  /** The person's token, sent as a bearer token with every request. */
  readonly token: string;
}

/** A client typed by the contract. It never throws for an answer: `error` holds the problem, `data` the result. */
export function createCatalogClient({ token, ...options }: CatalogClientOptions): CatalogClient {
  return createClient<paths>({ ...options, headers: { authorization: `Bearer ${token}` } });
}
