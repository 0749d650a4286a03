import type { ReadinessResponse } from '@deadwax/contract/schemas';
import { SnapshotNotLoadedError } from '../errors.ts';
import type { AppDependencies } from './dependencies.ts';

export function readiness({ getResolver }: AppDependencies) {
  return async (): Promise<ReadinessResponse> => {
    const resolver = getResolver();
    if (resolver === null) throw new SnapshotNotLoadedError();
    return { status: 'healthy', services: { snapshot: 'ok' } };
  };
}
