import type { VersionResponse } from '@deadwax/contract/schemas';
import type { AppDependencies } from './dependencies.ts';

export function version(dependencies: AppDependencies) {
  return async (): Promise<VersionResponse> => {
    const { serving } = dependencies.engine;
    return {
      version: dependencies.version,
      contract_version: 1,
      resolver_version: serving?.version ?? null,
      snapshot: serving?.snapshotId ?? null,
    };
  };
}
