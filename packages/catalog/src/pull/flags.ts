import { z } from 'zod';

/** What a pull asks for, and how. Every switch of the job is here, and nowhere else. */
export interface PullFlags {
  /** Rows of a call, filed under an artist. 1 to 1,000. */
  readonly batchSize: number;
  /** Rows of a call, filed under various artists: their answers carry tracks. 1 to 1,000. */
  readonly vaBatchSize: number;
  /** Milliseconds between calls of one worker. At most an hour. */
  readonly throttleMs: number;
  /** Days for which an identity counts as fresh. */
  readonly staleThresholdDays: number;
  /** Days before "nothing found" is asked again. */
  readonly unresolvedRetryDays: number;
  /** Also rows that the older systems knew no id of. Off, only those are asked that had one. */
  readonly includeNullCanonical: boolean;
  /** Only compilations that were answered before, however fresh. */
  readonly recheck: boolean;
  /** Of this many partitions, only the rows of one: id modulo count. */
  readonly partition: { readonly index: number; readonly count: number };
  /** Ask, count, write nothing. */
  readonly dryRun: boolean;
}

/** Only these switch on: `yes` and `on` do not, on purpose. */
const TRUE = ['true', '1', 'TRUE'];

const flag = (unset: boolean) =>
  z
    .string()
    .optional()
    .transform((value) => (value === undefined ? unset : TRUE.includes(value)));
const whole = (unset: number, least: number, most = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .optional()
    .transform((value, context) => {
      const number = value === undefined ? unset : /^\d+$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
      context.addIssue({ code: 'custom', message: `is ${JSON.stringify(value)}: a whole number, ${range}, is wanted` });
      return z.NEVER;
    });

/** A century of days: beyond some thousands of years the database has no date. */
const MOST_DAYS = 36_500;

const schema = z.object({
  BATCH_SIZE: whole(500, 1, 1000),
  VA_BATCH_SIZE: whole(100, 1, 1000),
  THROTTLE_MS: whole(0, 0, 3_600_000),
  STALE_THRESHOLD_DAYS: whole(7, 1, MOST_DAYS),
  UNRESOLVED_RETRY_DAYS: whole(30, 1, MOST_DAYS),
  INCLUDE_NULL_CANONICAL: flag(true),
  RECHECK: flag(false),
  PARTITION_INDEX: whole(0, 0),
  PARTITION_COUNT: whole(1, 1),
  DRY_RUN: flag(false),
});

export const pullVariables = Object.keys(schema.shape) as (keyof typeof schema.shape)[];

/** Reads the flags of a pull. Throws RangeError that names every variable at fault, with its value. */
export function readPullFlags(variables: Readonly<Record<string, string | undefined>>): PullFlags {
  const parsed = schema.safeParse(Object.fromEntries(pullVariables.map((name) => [name, variables[name]])));
  if (!parsed.success)
    throw new RangeError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
  const { data } = parsed;
  if (data.PARTITION_INDEX >= data.PARTITION_COUNT)
    throw new RangeError(
      `PARTITION_INDEX is ${data.PARTITION_INDEX}: it is wanted below PARTITION_COUNT, ${data.PARTITION_COUNT}`,
    );
  return {
    batchSize: data.BATCH_SIZE,
    vaBatchSize: data.VA_BATCH_SIZE,
    throttleMs: data.THROTTLE_MS,
    staleThresholdDays: data.STALE_THRESHOLD_DAYS,
    unresolvedRetryDays: data.UNRESOLVED_RETRY_DAYS,
    includeNullCanonical: data.INCLUDE_NULL_CANONICAL,
    recheck: data.RECHECK,
    partition: { index: data.PARTITION_INDEX, count: data.PARTITION_COUNT },
    dryRun: data.DRY_RUN,
  };
}

/** The flags of a pull that nothing was said of. */
export const defaultPullFlags: PullFlags = readPullFlags({});
