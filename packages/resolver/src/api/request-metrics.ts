import { createRequestMetrics, type RequestMetrics } from '@deadwax/platform/http/request-metrics';
import { Counter, Histogram } from 'prom-client';
import type { Tally } from '../engine/chunk.ts';

export interface Metrics extends RequestMetrics {
  observeResults(tallies: readonly Tally[]): void;
}

// The lower edges of the methods' bands.
const confidenceBuckets = [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];

export function createMetrics(): Metrics {
  const requests = createRequestMetrics('deadwax_resolver');
  const registers = [requests.registry];
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
    ...requests,
    observeResults(tallies) {
      for (const { kind, method, confidence: value, count } of tallies) {
        kinds.inc({ kind }, count);
        if (method !== null) methods.inc({ method }, count);
        for (let each = 0; value !== null && each < count; each += 1) confidence.observe(value);
      }
    },
  };
}
