import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function version({
  version: running,
  usesLegacyIdentity = true,
}: Pick<AppDependencies, 'version' | 'usesLegacyIdentity'>): Handler<'version'> {
  return async () => ({ version: running, contract_version: 1, identity_phase: usesLegacyIdentity ? 3 : 4 });
}
