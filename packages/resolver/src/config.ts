import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Environment } from './env.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

// RFC 6750: what a bearer token may be made of. Anything else could never arrive in a header.
const bearerToken = /^[A-Za-z0-9._~+/-]+=*$/;

const schema = z.object({
  RESOLVER_HOST: z.string().default('127.0.0.1'),
  RESOLVER_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be 65535 or less')
    .default(8077),
  RESOLVER_SNAPSHOTS: z.string().optional(),
  RESOLVER_SNAPSHOT: z.string().optional(),
  RESOLVER_TOKENS: z
    .string()
    .transform((list) => list.split(',').map((token) => token.trim()))
    .refine((tokens) => tokens.every((token) => bearerToken.test(token)), {
      message: 'must be tokens of letters, digits and ._~+/-= with commas between',
    })
    .optional(),
  RESOLVER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  RESOLVER_DATA: z.string().min(1, 'must name a folder').optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

export interface ResolverConfig {
  readonly host: string;
  readonly port: number;
  /** A folder of snapshots, whose current one counts, or one snapshot. */
  readonly snapshotDirectory: string;
  readonly tokens: readonly string[];
  /** True when no token was configured and one was made for this run. */
  readonly tokenGenerated: boolean;
  /** Where the log of decisions is kept; null keeps none. */
  readonly database: { readonly url: string } | { readonly directory: string } | null;
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

function findSnapshotFaults({ RESOLVER_SNAPSHOTS: folder, RESOLVER_SNAPSHOT: one }: Environment): string[] {
  if (folder === undefined && one === undefined) {
    return ['RESOLVER_SNAPSHOTS is required: a folder of snapshots (or RESOLVER_SNAPSHOT: one snapshot)'];
  }
  const both = folder !== undefined && one !== undefined;
  return both ? ['RESOLVER_SNAPSHOTS and RESOLVER_SNAPSHOT exclude each other: set one'] : [];
}

/** A server where one is named, else the embedded database in a folder. */
function locateDatabase(url: string | undefined, directory: string | undefined): ResolverConfig['database'] {
  if (url !== undefined) return { url };
  return directory === undefined ? null : { directory };
}

/** Checks the environment and names every fault at once. */
export function parseConfig(environment: Environment): ResolverConfig {
  const parsed = schema.safeParse(environment);
  const faults = findSnapshotFaults(environment);
  if (!parsed.success) {
    throw new ConfigError([
      ...faults,
      ...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ]);
  }
  if (faults.length > 0) throw new ConfigError(faults);
  const values = parsed.data;
  return {
    host: values.RESOLVER_HOST,
    port: values.RESOLVER_PORT,
    snapshotDirectory: values.RESOLVER_SNAPSHOTS ?? values.RESOLVER_SNAPSHOT ?? '',
    tokens: values.RESOLVER_TOKENS ?? [`deadwax_${randomBytes(32).toString('base64url')}`],
    tokenGenerated: values.RESOLVER_TOKENS === undefined,
    database: locateDatabase(values.RESOLVER_DATABASE_URL, values.RESOLVER_DATA),
    logLevel: values.LOG_LEVEL,
  };
}
