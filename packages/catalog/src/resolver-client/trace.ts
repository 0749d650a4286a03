import { type Attributes, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ResolverError } from './faults.ts';

export interface CallSpan {
  /** Lets the resolver's own spans join this one. */
  readonly headers: Readonly<Record<string, string>>;
  /** Runs with the span as the active one. */
  run<T>(work: () => Promise<T>): Promise<T>;
  noteCacheStats(stats: unknown): void;
  noteFault(fault: ResolverError): void;
  end(): void;
}

/** A span that breaks no call, whatever the telemetry behind it does. */
export function startCallSpan(attributes: Attributes): CallSpan {
  const headers: Record<string, string> = {};
  const span = attempt(() =>
    trace.getTracer('@deadwax/catalog').startSpan('lml.bulk_resolve_libraries', { kind: SpanKind.CLIENT, attributes }),
  );
  const active = attempt(() => (span ? trace.setSpan(context.active(), span) : undefined));
  attempt(() => active && propagation.inject(active, headers));
  return {
    headers,
    run: <T>(work: () => Promise<T>) => {
      let running: Promise<T> | undefined;
      const start = () => {
        running ??= work();
      };
      attempt(() => active && context.with(active, start));
      return running ?? work();
    },
    noteCacheStats: (stats) => attempt(() => span?.setAttributes(formatCacheStats(stats))),
    noteFault: (fault) => attempt(() => span && noteFault(span, fault)),
    end: () => attempt(() => span?.end()),
  };
}

function formatCacheStats(stats: unknown): Attributes {
  if (typeof stats !== 'object' || stats === null || Array.isArray(stats)) return {};
  const finite = Object.entries(stats).filter(([, value]) => Number.isFinite(value));
  return Object.fromEntries(finite.map(([key, value]) => [`lml.cache.${key}`, value as number]));
}

function noteFault(span: Span, fault: ResolverError): void {
  span.setAttribute('error.type', fault.code);
  if (fault.status !== null) span.setAttribute('http.response.status_code', fault.status);
  span.recordException(fault);
  span.setStatus({ code: SpanStatusCode.ERROR, message: fault.message });
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
