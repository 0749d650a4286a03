import { z } from 'zod';

export const callers = ['add_form', 'preview', 'refresh', 'push', 'pull', 'drift'] as const;
export type Caller = (typeof callers)[number];

const callerClasses = ['interactive', 'background', 'batch'] as const;
export type CallerClass = (typeof callerClasses)[number];

/** The class as the resolver's contract numbers it: 1 a person waits, 5 nobody does. */
export const contractClasses = { interactive: '2', background: '3', batch: '5' } as const satisfies Record<
  CallerClass,
  string
>;

// A timer of more than 24 days would end at once.
const positive = z.number().int().positive().max(2_000_000_000);

const callerPolicy = z
  .strictObject({
    /** Callers of a class share its limiter and its breaker. */
    class: z.enum(callerClasses),
    /** For one request, its body included. */
    timeoutMs: positive,
    /** For the whole call: waits for admission, requests, waits between them. */
    totalMs: positive,
  })
  .refine((policy) => policy.totalMs >= policy.timeoutMs, { message: 'totalMs is less than timeoutMs' });

const classPolicy = z.strictObject({
  limiter: z.strictObject({
    /** Requests at once. */
    maxConcurrent: positive,
    /** Requests a minute, as many of them in one burst; null does not count them. */
    maxPerMinute: positive.nullable(),
    /** Longest wait for admission; what waited longer is shed. */
    maxQueueWaitMs: positive,
  }),
  breaker: z.strictObject({
    /** Failures in a row after which nobody is let through. */
    failures: positive,
    /** For how long, until one probe is. */
    openMs: positive,
  }),
  retry: z.strictObject({
    /** Requests for one call, the first included: 1 never asks again. */
    maxAttempts: positive,
    /** First wait between requests; each further one is twice as long. */
    backoffMs: positive,
    maxBackoffMs: positive,
  }),
});

const policiesSchema = z.strictObject({
  callers: z.strictObject({
    add_form: callerPolicy,
    preview: callerPolicy,
    refresh: callerPolicy,
    push: callerPolicy,
    pull: callerPolicy,
    drift: callerPolicy,
  }),
  classes: z.strictObject({ interactive: classPolicy, background: classPolicy, batch: classPolicy }),
});

export type ClassPolicy = Readonly<z.infer<typeof classPolicy>>;
export type Policies = z.infer<typeof policiesSchema>;

type DeepPartial<T> = T extends object ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined } : T;
/** Any part of the table; what is left out keeps its default. */
export type PolicyOverrides = DeepPartial<Policies>;

const breaker = { failures: 5, openMs: 30_000 };
const backoff = { backoffMs: 500, maxBackoffMs: 10_000 };

export const defaultPolicies: Policies = {
  callers: {
    // A person waits: one request, and what it may take is all that there is.
    add_form: { class: 'interactive', timeoutMs: 1_500, totalMs: 1_500 },
    preview: { class: 'interactive', timeoutMs: 3_000, totalMs: 3_000 },
    refresh: { class: 'interactive', timeoutMs: 8_000, totalMs: 8_000 },
    push: { class: 'background', timeoutMs: 10_000, totalMs: 30_000 },
    pull: { class: 'batch', timeoutMs: 30_000, totalMs: 120_000 },
    drift: { class: 'batch', timeoutMs: 30_000, totalMs: 120_000 },
  },
  classes: {
    interactive: {
      limiter: { maxConcurrent: 8, maxPerMinute: null, maxQueueWaitMs: 5_000 },
      breaker,
      retry: { maxAttempts: 1, ...backoff },
    },
    background: {
      limiter: { maxConcurrent: 4, maxPerMinute: null, maxQueueWaitMs: 5_000 },
      breaker,
      retry: { maxAttempts: 3, ...backoff },
    },
    batch: {
      limiter: { maxConcurrent: 2, maxPerMinute: null, maxQueueWaitMs: 5_000 },
      breaker,
      retry: { maxAttempts: 4, ...backoff },
    },
  },
};

/** The table with the overrides laid over it. Throws a ZodError that names every fault at once. */
export function parsePolicies(overrides: PolicyOverrides = {}): Policies {
  return policiesSchema.parse(overlay(defaultPolicies, overrides));
}

function overlay(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isPlainObject(base) || !isPlainObject(over)) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, overlay(base[key], over[key])]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
