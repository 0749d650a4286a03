import { Histogram, Registry } from 'prom-client';

export interface RequestMetrics {
  readonly registry: Registry;
  observeRequest(labels: { method: string; route: string; status: number }, seconds: number): void;
}

const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Times of requests, named by the prefix, in a registry of its own: two apps in one process count apart. */
export function createRequestMetrics(prefix: string): RequestMetrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: `${prefix}_request_duration_seconds`,
    help: 'Time from the request line to the last byte of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: durationBuckets,
    registers: [registry],
  });
  return { registry, observeRequest: (labels, seconds) => duration.observe(labels, seconds) };
}
