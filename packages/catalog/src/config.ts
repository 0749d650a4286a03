import { randomBytes } from 'node:crypto';
import type { DatabaseLocation } from '@deadwax/platform/database/open-database';
import { CronExpressionParser } from 'cron-parser';
import { z } from 'zod';
import type { Environment } from './env.ts';
import { type PullFlags, readPullFlags } from './pull/flags.ts';
import { DEFAULT_LEASE_SECONDS } from './queue/lease.ts';
import type { Schedules } from './worker/keep-schedules.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const leastSecretBytes = 32;
/** When it is night in America and morning in Europe. */
const NIGHTLY = '30 8 * * *';

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });
const withoutPassword = (url: string): boolean => !/^https?:\/\/[^/?#]*@/i.test(url);

/** Five fields of cron, in UTC; `off` is null. */
const cron = z
  .string()
  .refine((text) => text === 'off' || isCron(text), 'must be five fields of cron, as 30 8 * * *, or off')
  .transform((text) => (text === 'off' ? null : text));

function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    CronExpressionParser.parse(text);
    return true;
  } catch {
    return false;
  }
}

const schema = z.object({
  CATALOG_HOST: z.string().default('127.0.0.1'),
  CATALOG_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be 65535 or less')
    .default(8078),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  CATALOG_DATA: z.string().optional(),
  CATALOG_LEASE_SECONDS: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number')
    .transform(Number)
    .refine((seconds) => seconds >= 10 && seconds <= 3600, 'must be 10 to 3600')
    .default(DEFAULT_LEASE_SECONDS),
  CATALOG_DRIFT_CRON: cron.default(NIGHTLY),
  CATALOG_PULL_CRON: cron.default(null),
  CATALOG_CHANGED_CRON: cron.default(null),
  CATALOG_USE_LEGACY_IDENTITY: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .default(true),
  RESOLVER_API_URL: webAddress
    .refine(withoutPassword, 'must not hold a password: set RESOLVER_API_TOKEN')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  RESOLVER_API_TOKEN: z
    .string()
    // RFC 6750: what a bearer token may be made of.
    .regex(/^[A-Za-z0-9._~+/-]+=*$/, 'must be letters, digits and ._~+/-=')
    .optional(),
  CATALOG_JWT_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= leastSecretBytes, `must be ${leastSecretBytes} bytes or more`)
    .optional(),
  CATALOG_JWKS_URL: webAddress.refine(withoutPassword, 'must not hold a password').optional(),
  CATALOG_JWT_ISSUER: z.string().optional(),
  CATALOG_JWT_AUDIENCE: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Who vouches for the people who ask: a secret shared with the issuer (HS256), or the issuer's published keys. */
export interface TokenConfig {
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
  /** True when no key was configured and a secret was made for this run. */
  readonly generated: boolean;
  /** What the tokens must say of themselves; null accepts any. */
  readonly issuer: string | null;
  readonly audience: string | null;
}

export interface CatalogConfig {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseLocation;
  /** Null where no resolver is configured: the library is served, nothing is asked. */
  readonly resolver: { readonly url: string; readonly token: string } | null;
  readonly tokens: TokenConfig;
  /** Seconds without a word after which a worker counts as gone, and another goes on with its work. */
  readonly leaseSeconds: number;
  readonly schedules: Schedules;
  /** What a pull does where nobody says otherwise. */
  readonly pullFlags: PullFlags;
  /** Whether the ids of the station's older systems are still taken in, taken over and asked by. */
  readonly usesLegacyIdentity: boolean;
  readonly logLevel: (typeof logLevels)[number];
}

export class ConfigError extends Error {
  readonly code = 'invalid_configuration';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the configuration is not usable: ${faults.join('; ')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Faults between variables: what is missing, half there, or said twice. */
function findFaultsBetween(environment: Environment): string[] {
  const { DATABASE_URL, CATALOG_DATA, RESOLVER_API_URL: url, RESOLVER_API_TOKEN: token } = environment;
  const { CATALOG_JWT_SECRET: secret, CATALOG_JWKS_URL: keys } = environment;
  const faults: string[] = [];
  if (DATABASE_URL === undefined && CATALOG_DATA === undefined)
    faults.push('DATABASE_URL is required: a PostgreSQL server (or CATALOG_DATA: a folder for the embedded database)');
  if (url !== undefined && token === undefined)
    faults.push('RESOLVER_API_TOKEN is required where RESOLVER_API_URL is set');
  if (url === undefined && token !== undefined)
    faults.push('RESOLVER_API_URL is required where RESOLVER_API_TOKEN is set');
  if (secret !== undefined && keys !== undefined)
    faults.push('CATALOG_JWT_SECRET and CATALOG_JWKS_URL exclude each other: set one');
  return faults;
}

function chooseKey(values: z.output<typeof schema>): Pick<TokenConfig, 'key' | 'generated'> {
  if (values.CATALOG_JWKS_URL !== undefined) return { key: { jwksUrl: values.CATALOG_JWKS_URL }, generated: false };
  if (values.CATALOG_JWT_SECRET !== undefined) return { key: { secret: values.CATALOG_JWT_SECRET }, generated: false };
  return { key: { secret: randomBytes(leastSecretBytes).toString('base64url') }, generated: true };
}

function tryPullFlags(environment: Environment): PullFlags | RangeError {
  try {
    return readPullFlags(environment);
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}

function findPullFaults({ includeNullCanonical }: PullFlags, usesLegacyIdentity = true): string[] {
  return includeNullCanonical || usesLegacyIdentity
    ? []
    : ['INCLUDE_NULL_CANONICAL must be true where CATALOG_USE_LEGACY_IDENTITY is false: nothing else would be asked'];
}

/** Checks the environment and names every fault at once. */
export function parseConfig(environment: Environment): CatalogConfig {
  const parsed = schema.safeParse(environment);
  const issues = parsed.error?.issues ?? [];
  const pull = tryPullFlags(environment);
  const faults = [
    ...findFaultsBetween(environment),
    ...issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    ...(pull instanceof RangeError ? [pull.message] : findPullFaults(pull, parsed.data?.CATALOG_USE_LEGACY_IDENTITY)),
  ];
  if (!parsed.success || pull instanceof RangeError || faults.length > 0) throw new ConfigError(faults);
  const values = parsed.data;
  const { RESOLVER_API_URL: url, RESOLVER_API_TOKEN: token } = values;
  return {
    host: values.CATALOG_HOST,
    port: values.CATALOG_PORT,
    database:
      values.DATABASE_URL === undefined ? { directory: values.CATALOG_DATA ?? null } : { url: values.DATABASE_URL },
    resolver: url === undefined || token === undefined ? null : { url, token },
    tokens: {
      ...chooseKey(values),
      issuer: values.CATALOG_JWT_ISSUER ?? null,
      audience: values.CATALOG_JWT_AUDIENCE ?? null,
    },
    leaseSeconds: values.CATALOG_LEASE_SECONDS,
    schedules: {
      drift: values.CATALOG_DRIFT_CRON,
      pull: values.CATALOG_PULL_CRON,
      changed: values.CATALOG_CHANGED_CRON,
    },
    pullFlags: pull,
    usesLegacyIdentity: values.CATALOG_USE_LEGACY_IDENTITY,
    logLevel: values.LOG_LEVEL,
  };
}
