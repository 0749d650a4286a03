import type { Handler } from '../handler.ts';

/** The process is up. Whether it can answer is /readyz's to say. */
export function health(): Handler<'health'> {
  return async () => ({ status: 'healthy' });
}
