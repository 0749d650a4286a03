import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
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
  RESOLVER_WORKERS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number: threads that resolve, 0 for none')
    .transform(Number)
    .refine((workers) => workers <= 256, 'must be 256 or less')
    .default(availableParallelism),
  RESOLVER_QUEUE_ROWS: z
    .string()
    .regex(/^\d{1,8}$/, 'must be a whole number of rows')
    .transform(Number)
    .refine((rows) => rows >= 1, 'must be 1 or more')
    .default(20_000),
  RESOLVER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  RESOLVER_DATA: z.string().min(1, 'must name a folder').optional(),
  RESOLVER_LLM_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'must not hold a password: set RESOLVER_LLM_KEY')
    .optional(),
  RESOLVER_LLM_MODEL: z.string().optional(),
  RESOLVER_LLM_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of ASCII')
    .optional(),
  RESOLVER_LLM_TIMEOUT_MS: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number of milliseconds')
    .transform(Number)
    .refine((timeout) => timeout >= 100, 'must be 100 or more')
    .default(10_000),
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
  /** Threads that resolve beside the one that listens; 0 resolves on that. */
  readonly workers: number;
  /** Rows that may wait before callers are told to come back later. */
  readonly queueRows: number;
  /** Where the log of decisions is kept; null keeps none. */
  readonly database: { readonly url: string } | { readonly directory: string } | null;
  /** The model that may propose links; null asks none. */
  readonly llm: {
    readonly url: string;
    readonly model: string;
    readonly key: string | null;
    readonly timeoutMs: number;
  } | null;
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

/** Half a configuration of the model is a mistake, never a way to switch it off. */
function findModelFaults(environment: Environment): string[] {
  const { RESOLVER_LLM_URL: url, RESOLVER_LLM_MODEL: model } = environment;
  const given = (
    ['RESOLVER_LLM_URL', 'RESOLVER_LLM_MODEL', 'RESOLVER_LLM_KEY', 'RESOLVER_LLM_TIMEOUT_MS'] as const
  ).find((name) => environment[name] !== undefined);
  if (given === undefined) return [];
  return [
    ...(url === undefined ? [`RESOLVER_LLM_URL is required where ${given} is set`] : []),
    ...(model === undefined ? [`RESOLVER_LLM_MODEL is required where ${given} is set`] : []),
  ];
}

function locateModel(values: z.output<typeof schema>): ResolverConfig['llm'] {
  const { RESOLVER_LLM_URL: url, RESOLVER_LLM_MODEL: model, RESOLVER_LLM_KEY: key } = values;
  if (url === undefined || model === undefined) return null;
  return { url, model, key: key ?? null, timeoutMs: values.RESOLVER_LLM_TIMEOUT_MS };
}

/** A server where one is named, else the embedded database in a folder. */
function locateDatabase(url: string | undefined, directory: string | undefined): ResolverConfig['database'] {
  if (url !== undefined) return { url };
  return directory === undefined ? null : { directory };
}

/** Checks the environment and names every fault at once. */
export function parseConfig(environment: Environment): ResolverConfig {
  const parsed = schema.safeParse(environment);
  const faults = [...findSnapshotFaults(environment), ...findModelFaults(environment)];
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
    workers: values.RESOLVER_WORKERS,
    queueRows: values.RESOLVER_QUEUE_ROWS,
    database: locateDatabase(values.RESOLVER_DATABASE_URL, values.RESOLVER_DATA),
    llm: locateModel(values),
    logLevel: values.LOG_LEVEL,
  };
}
