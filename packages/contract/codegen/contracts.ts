/** One OpenAPI document and what is generated from it. */
export interface Contract {
  /** From the root of the repository. */
  readonly source: string;
  /** Below `src/generated`; empty for its top. */
  readonly folder: string;
  /** Schemas to validate that no operation sends whole. */
  readonly alone: readonly string[];
  /** Whether a validator goes on after the first fault. Bodies then want a small limit: faults can outgrow them. */
  readonly allErrors: boolean;
  /** Roles of which each secured operation names the least it needs, as `x-role`. Null where tokens have none. */
  readonly roles: readonly string[] | null;
}

export const contracts: readonly Contract[] = [
  {
    source: 'contract/openapi.yaml',
    folder: '',
    // Inputs are also read, and verdicts written, on their own: a line each.
    alone: ['BulkResolveInput', 'BulkResolveResult'],
    allErrors: false,
    roles: null,
  },
  {
    source: 'contract/catalog/openapi.yaml',
    folder: 'catalog/',
    alone: [],
    allErrors: true,
    roles: ['reader', 'dj', 'music_director', 'admin'],
  },
];
