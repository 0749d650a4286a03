import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  observeRequest(labels: { method: string; route: string; status: number }, seconds: number): void;
  observeResults(results: readonly BulkResolveResult[]): void;
}

const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
// The lower edges of the methods' bands.
const confidenceBuckets = [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];

/** A registry of its own, so that two apps in one process count apart. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const duration = new Histogram({
    name: 'deadwax_resolver_request_duration_seconds',
    help: 'Time from the request line to the last byte of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: durationBuckets,
    registers,
  });
  const kinds = new Counter({
    name: 'deadwax_resolver_results_total',
    help: 'Results by kind.',
    labelNames: ['kind'],
    registers,
  });
  const methods = new Counter({
    name: 'deadwax_resolver_methods_total',
    help: 'Resolved results by the method of the composed identity.',
    labelNames: ['method'],
    registers,
  });
  const confidence = new Histogram({
    name: 'deadwax_resolver_confidence',
    help: 'Confidence of the composed identity.',
    buckets: confidenceBuckets,
    registers,
  });
  return {
    registry,
    observeRequest: (labels, seconds) => duration.observe(labels, seconds),
    observeResults(results) {
      for (const result of results) {
        kinds.inc({ kind: result.kind });
        if (result.method !== null) methods.inc({ method: result.method });
        if (result.confidence !== null) confidence.observe(result.confidence);
      }
    },
  };
}
