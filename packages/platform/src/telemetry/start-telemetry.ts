import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { chooseSampler } from './choose-sampler.ts';
import { type TelemetryEnvironment, wantsExport } from './telemetry-environment.ts';

export interface TelemetryOptions {
  /** Name of the service, unless OTEL_SERVICE_NAME says another. */
  readonly service: string;
  readonly version: string;
  /** Where finished spans go. Default: to OTEL_EXPORTER_OTLP_ENDPOINT; where that is not set, nowhere. */
  readonly spanProcessor?: SpanProcessor;
}

export interface Telemetry {
  /** Sends what is left, for three seconds at most. */
  stop(): Promise<void>;
}

const stopDeadlineMs = 3000;

function describeService({ service, version }: TelemetryOptions): Resource {
  const own = resourceFromAttributes({ 'service.name': service, 'service.version': version });
  return defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
}

async function stop(provider: TracerProvider): Promise<void> {
  const deadline = new Promise<void>((resolve) => setTimeout(resolve, stopDeadlineMs).unref());
  // A collector that is away must not keep a service from ending.
  await Promise.race([provider.shutdown().catch(() => undefined), deadline]);
  trace.disable();
  context.disable();
  propagation.disable();
}

/** Sets tracing up for this process, by the standard OTEL_* variables. Without an address nothing is set up and spans cost nothing. */
export function startTelemetry(options: TelemetryOptions, environment: TelemetryEnvironment = process.env): Telemetry {
  const processor =
    options.spanProcessor ??
    (wantsExport(environment) ? new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }) : null);
  if (processor === null) return { stop: async () => undefined };
  const provider = new TracerProvider({
    resource: describeService(options),
    sampler: chooseSampler(environment),
    spanProcessors: [processor],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  return { stop: () => stop(provider) };
}
