import type { ReadinessResponse } from '@deadwax/contract/schemas';
import { SnapshotNotLoadedError } from '../errors.ts';
import type { AppDependencies } from './dependencies.ts';

export function readiness({ engine }: AppDependencies) {
  return async (): Promise<ReadinessResponse> => {
    if (engine.serving === null) throw new SnapshotNotLoadedError();
    // A newer snapshot that cannot be used takes nothing from the one that answers.
    if (engine.fault === null) return { status: 'healthy', services: { snapshot: 'ok' } };
    return { status: 'degraded', services: { snapshot: 'ok', next_snapshot: 'unavailable' } };
  };
}
