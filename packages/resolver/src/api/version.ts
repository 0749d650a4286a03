import type { VersionResponse } from '@deadwax/contract/schemas';
import type { AppDependencies } from './dependencies.ts';

export function version(dependencies: AppDependencies) {
  return async (): Promise<VersionResponse> => {
    const resolver = dependencies.getResolver();
    return {
      version: dependencies.version,
      contract_version: 1,
      resolver_version: resolver?.version ?? null,
      snapshot: resolver?.snapshotId ?? null,
    };
  };
}
