import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseSampler } from './choose-sampler.ts';
import { startTelemetry, type Telemetry } from './start-telemetry.ts';
import { wantsExport } from './telemetry-environment.ts';
import { withSpan } from './with-span.ts';

const service = { service: 'deadwax-test', version: '1.2.3' };
let telemetry: Telemetry | null = null;

function record(): InMemorySpanExporter {
  const exporter = new InMemorySpanExporter();
  telemetry = startTelemetry({ ...service, spanProcessor: new SimpleSpanProcessor({ exporter }) }, {});
  return exporter;
}

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await telemetry?.stop();
  telemetry = null;
});

describe('a span around work', () => {
  it('carries name, kind, attributes and the service', async () => {
    const exporter = record();
    const given = await withSpan('a.call', { attributes: { rows: 3 }, kind: SpanKind.CLIENT }, async () => 'answer');
    expect(given).toBe('answer');
    const [span] = exporter.getFinishedSpans();
    expect(span).toMatchObject({ name: 'a.call', kind: SpanKind.CLIENT, attributes: { rows: 3 } });
    expect(span?.resource.attributes).toMatchObject({ 'service.name': 'deadwax-test', 'service.version': '1.2.3' });
  });

  it('is the parent of spans inside, and of calls to other services', async () => {
    const exporter = record();
    const headers: Record<string, string> = {};
    await withSpan('outer', {}, async () => {
      await Promise.resolve();
      await withSpan('inner', {}, () => propagation.inject(context.active(), headers));
    });
    const [inner, outer] = exporter.getFinishedSpans();
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(headers.traceparent).toContain(inner?.spanContext().spanId);
  });

  it.each([
    ['an error with a code', Object.assign(new Error('gone'), { code: 'ECONNRESET' }), 'ECONNRESET', 'gone'],
    ['an error without', new TypeError('bad'), 'TypeError', 'bad'],
    ['text', 'just text', 'Error', 'just text'],
  ])('records %s and throws it on', async (_case, thrown, type, message) => {
    const exporter = record();
    const failing = async () => {
      throw thrown;
    };
    await expect(withSpan('a.call', {}, failing)).rejects.toBe(thrown);
    const [span] = exporter.getFinishedSpans();
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message });
    expect(span?.attributes['error.type']).toBe(type);
    expect(span?.events.map(({ name }) => name)).toEqual(['exception']);
  });

  it('throws on what is thrown at once, having run it once', async () => {
    record();
    const work = vi.fn(() => {
      throw new Error('at once');
    });
    await expect(withSpan('a.call', {}, work)).rejects.toThrow('at once');
    expect(work).toHaveBeenCalledOnce();
  });

  it('is nothing where no telemetry was started', async () => {
    expect(await withSpan('a.call', {}, (span) => span.isRecording())).toBe(false);
  });

  it.each([
    ['the tracer', () => vi.spyOn(trace, 'getTracer')],
    ['the context', () => vi.spyOn(context, 'with')],
  ])('breaks nothing where %s breaks, and runs the work once', async (_case, spy) => {
    record();
    spy().mockImplementation(() => {
      throw new Error('telemetry is broken');
    });
    const work = vi.fn(async () => 'answer');
    expect(await withSpan('a.call', {}, work)).toBe('answer');
    expect(work).toHaveBeenCalledOnce();
  });
});

describe('the environment', () => {
  const endpoint = 'http://127.0.0.1:4318';
  it.each([
    [{}, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'true' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' }, false],
  ])('%j exports: %s', (environment, expected) => {
    expect(wantsExport(environment)).toBe(expected);
  });

  it.each([
    [undefined, undefined, 'ParentBased{root=AlwaysOnSampler'],
    ['nonsense', '0.5', 'ParentBased{root=AlwaysOnSampler'],
    ['always_off', undefined, 'AlwaysOffSampler'],
    ['traceidratio', '0.25', 'TraceIdRatioBased{0.25}'],
    ['traceidratio', 'x', 'TraceIdRatioBased{1}'],
    ['parentbased_traceidratio', '0.25', 'ParentBased{root=TraceIdRatioBased{0.25}'],
    ['parentbased_always_off', undefined, 'ParentBased{root=AlwaysOffSampler'],
  ])('samples by %s %s as %s', (sampler, argument, expected) => {
    const environment = {
      ...(sampler === undefined ? {} : { OTEL_TRACES_SAMPLER: sampler }),
      ...(argument === undefined ? {} : { OTEL_TRACES_SAMPLER_ARG: argument }),
    };
    expect(chooseSampler(environment).toString()).toContain(expected);
  });

  it('sends spans over HTTP to the address it names, under the name it gives, before it stops', async () => {
    const bodies: string[] = [];
    const collector = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        bodies.push(`${request.url} ${body}`);
        response.end('{}');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => collector.once('listening', resolve));
    const { port } = collector.address() as AddressInfo;
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${port}`);
    vi.stubEnv('OTEL_SERVICE_NAME', 'named-outside');
    telemetry = startTelemetry(service);
    await withSpan('a.call', {}, () => undefined);
    await telemetry.stop();
    collector.closeAllConnections();
    collector.close();
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatch(/^\/v1\/traces .*named-outside.*a\.call/);
  });

  it('does not wait for a collector that is away', { timeout: 8000 }, async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:9');
    const { stop } = startTelemetry(service);
    await withSpan('a.call', {}, () => undefined);
    const started = performance.now();
    await stop();
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
