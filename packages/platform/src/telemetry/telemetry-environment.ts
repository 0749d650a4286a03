/** Of the standard OTEL_* variables, those that decide here; the exporter and the resource read others themselves. */
export type TelemetryEnvironment = Readonly<
  Partial<
    Record<
      | 'OTEL_SDK_DISABLED'
      | 'OTEL_TRACES_EXPORTER'
      | 'OTEL_EXPORTER_OTLP_ENDPOINT'
      | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'
      | 'OTEL_TRACES_SAMPLER'
      | 'OTEL_TRACES_SAMPLER_ARG',
      string
    >
  >
>;

/** Whether spans are to leave the process: an address is set, and nothing forbids it. */
export function wantsExport(environment: TelemetryEnvironment): boolean {
  const { OTEL_SDK_DISABLED: disabled, OTEL_TRACES_EXPORTER: exporter } = environment;
  if (disabled?.trim().toLowerCase() === 'true' || exporter?.trim().toLowerCase() === 'none') return false;
  const addresses = [environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, environment.OTEL_EXPORTER_OTLP_ENDPOINT];
  return addresses.some((address) => address !== undefined && address.trim() !== '');
}
