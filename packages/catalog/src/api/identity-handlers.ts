import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { getIdentityGate } from './identity/get-identity-gate.ts';
import { listIdentityHistory } from './identity/list-identity-history.ts';
import { refreshIdentity } from './identity/refresh-identity.ts';

export function identityHandlers(dependencies: AppDependencies) {
  return {
    'refresh-identity': refreshIdentity(dependencies),
    'list-identity-history': listIdentityHistory(dependencies),
    'get-identity-gate': getIdentityGate(dependencies),
  } satisfies Partial<Handlers>;
}
