import { type Attributes, SpanKind, type SpanOptions, type Tracer, trace } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCallSpan } from '../../src/resolver-client/trace.ts';
import { makeInputs } from './samples.ts';
import { makeGateway } from './test-gateway.ts';
import { replyAll, replyInTurn, replyStatus, startTestResolver } from './test-resolver.ts';

interface Recorded {
  readonly name: string;
  readonly options: SpanOptions;
  readonly later: Attributes;
  ended: number;
  failed: boolean;
}

let resolver: Awaited<ReturnType<typeof startTestResolver>>;
beforeAll(async () => {
  resolver = await startTestResolver();
});
beforeEach(() => resolver.reset());
afterAll(() => resolver.close());
afterEach(() => trace.disable());

/** A tracer that keeps what it is told. */
function recordSpans(): Recorded[] {
  const spans: Recorded[] = [];
  const startSpan = (name: string, options: SpanOptions = {}) => {
    const span: Recorded = { name, options, later: {}, ended: 0, failed: false };
    spans.push(span);
    const fake = {
      setAttribute: (key: string, value: string) => Object.assign(span.later, { [key]: value }),
      setAttributes: (attributes: Attributes) => Object.assign(span.later, attributes),
      recordException: () => undefined,
      setStatus: () => {
        span.failed = true;
      },
      spanContext: () => ({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }),
      end: () => {
        span.ended += 1;
      },
    };
    return fake as unknown as ReturnType<Tracer['startSpan']>;
  };
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan }) as unknown as Tracer });
  return spans;
}

describe('spans', () => {
  it('stand for one request each, with what is known at their start and what the answer cost', async () => {
    const spans = recordSpans();
    resolver.reset(replyInTurn(replyStatus(500), replyAll));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    await gateway.bulkResolve(makeInputs(3), { caller: 'pull' });
    expect(spans).toHaveLength(2);
    expect(spans[0]).toMatchObject({
      name: 'lml.bulk_resolve_libraries',
      options: { kind: SpanKind.CLIENT, attributes: { 'lml.batch_size': 3, 'lml.caller': 'pull', 'lml.attempt': 1 } },
      later: { 'error.type': 'http_500', 'http.response.status_code': 500 },
      failed: true,
      ended: 1,
    });
    expect(spans[1]).toMatchObject({ failed: false, ended: 1, options: { attributes: { 'lml.attempt': 2 } } });
    expect(spans[1]!.later).toEqual({
      'lml.cache.memory_hits': 2,
      'lml.cache.pg_hits': 0,
      'lml.cache.pg_misses': 0,
      'lml.cache.api_calls': 0,
      'lml.cache.pg_time_ms': 0,
      'lml.cache.api_time_ms': 0,
    });
  });

  it.each<[string, unknown, Attributes]>([
    [
      'text and what is no number',
      { a: 1, b: '2', c: Number.NaN, d: Number.POSITIVE_INFINITY, e: null },
      { 'lml.cache.a': 1 },
    ],
    ['a list', [1, 2], {}],
    ['nothing', undefined, {}],
    ['null', null, {}],
  ])('take only finite numbers: %s', (_what, stats, attributes) => {
    const spans = recordSpans();
    startCallSpan({}).noteCacheStats(stats);
    expect(spans[0]!.later).toEqual(attributes);
  });

  const fail = () => {
    throw new Error('telemetry is down');
  };
  it.each<[string, () => unknown]>([
    ['the tracer', fail],
    ['starting a span', () => ({ startSpan: fail })],
    ['the span', () => ({ startSpan: () => new Proxy({}, { get: fail }) })],
    ['what the span does', () => ({ startSpan: () => new Proxy({}, { get: () => fail }) })],
  ])('break no call when %s fails', async (_what, getTracer) => {
    trace.setGlobalTracerProvider({ getTracer: getTracer as never });
    resolver.reset(replyInTurn(replyStatus(500), replyAll));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const outcome = await gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    expect(outcome.outcome).toBe('answered');
    expect(resolver.asked).toHaveLength(2);
  });
});
