import type { CheckedVerdict } from '../../src/identity/check-verdict.ts';
import type { Identity, SourceLink, StoredIdentity } from '../../src/identity/identity.ts';
import { identityColumns } from '../../src/identity/identity-columns.ts';

export function makeLink(source: string, externalId: string, rest: Partial<SourceLink> = {}): SourceLink {
  return { source, externalId, method: 'name_variation', confidence: 0.9, derivedFrom: null, url: null, ...rest };
}

export function makeIdentity(ids: Partial<Identity['ids']>, rest: Partial<Identity> = {}): Identity {
  const none = Object.fromEntries(identityColumns.map((column) => [column, null])) as Identity['ids'];
  return {
    ids: { ...none, ...ids },
    artistIds: {},
    method: 'name_variation',
    confidence: 0.9,
    agreementSources: null,
    conflicts: [],
    ...rest,
  };
}

/** An answer that looked in every source it found something in, and in `asked` besides. */
export function makeVerdict(
  main: Identity | null,
  links: readonly SourceLink[],
  rest: { kind?: CheckedVerdict['kind']; asked?: readonly string[] } = {},
): CheckedVerdict {
  return {
    kind: rest.kind ?? (main === null ? 'unresolved' : 'single_artist'),
    main,
    links,
    asked: new Set([...links.map(({ source }) => source), ...(rest.asked ?? [])]),
    dropped: {},
  } as CheckedVerdict;
}

export function makeStored(
  identity: Identity | null,
  links: readonly SourceLink[],
  overrides: StoredIdentity['overrides'] = [],
): StoredIdentity {
  return { identity, links, overrides };
}
