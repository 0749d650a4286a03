import type { HealthCheckResponse } from '@deadwax/contract/schemas';

/** The process is up. Whether it can answer is /readyz's to say. */
export function health() {
  return async (): Promise<HealthCheckResponse> => ({ status: 'healthy' });
}
