import {
  type Attributes,
  context,
  INVALID_SPAN_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

export interface SpanSettings {
  /** Known from the start, so that samplers and every backend see them. */
  readonly attributes?: Attributes;
  /** Default: internal. */
  readonly kind?: SpanKind;
}

/** Telemetry that fails says nothing: the call goes on. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function recordFault(span: Span, error: unknown): void {
  const fault = error instanceof Error ? error : new Error(String(error));
  const { code } = fault as NodeJS.ErrnoException;
  span.setAttribute('error.type', code ?? fault.name);
  span.recordException(fault);
  span.setStatus({ code: SpanStatusCode.ERROR, message: fault.message });
}

/** Runs work, once, as the active span. What the work throws is recorded and thrown on. */
export async function withSpan<T>(
  name: string,
  { attributes = {}, kind = SpanKind.INTERNAL }: SpanSettings,
  work: (span: Span) => T | Promise<T>,
): Promise<T> {
  const span =
    attempt(() => trace.getTracer('deadwax').startSpan(name, { kind, attributes })) ??
    trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  let running: Promise<T> | undefined;
  const start = (): Promise<T> => {
    running ??= (async () => work(span))();
    return running;
  };
  attempt(() => context.with(trace.setSpan(context.active(), span), start));
  try {
    return await start();
  } catch (error) {
    attempt(() => recordFault(span, error));
    throw error;
  } finally {
    attempt(() => span.end());
  }
}
