import { startTelemetry, type Telemetry } from '@deadwax/platform/telemetry/start-telemetry';

/** Traces of the catalog, by the standard OTEL_* variables. */
export function startCatalogTelemetry(version: string): Telemetry {
  return startTelemetry({ service: 'deadwax-catalog', version });
}
