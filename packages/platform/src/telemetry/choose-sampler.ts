import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { TelemetryEnvironment } from './telemetry-environment.ts';

function chooseRoot(name: string, ratio: number): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler();
  return name === 'traceidratio' ? new TraceIdRatioBasedSampler(ratio) : new AlwaysOnSampler();
}

/** What OTEL_TRACES_SAMPLER and its argument ask for. As the standard has it, a name or number that is none counts as absent. */
export function chooseSampler(environment: TelemetryEnvironment): Sampler {
  const name = environment.OTEL_TRACES_SAMPLER?.trim() ?? '';
  const given = Number(environment.OTEL_TRACES_SAMPLER_ARG?.trim() || Number.NaN);
  const ratio = given >= 0 && given <= 1 ? given : 1;
  if (/^(always_on|always_off|traceidratio)$/.test(name)) return chooseRoot(name, ratio);
  return new ParentBasedSampler({ root: chooseRoot(name.replace('parentbased_', ''), ratio) });
}
