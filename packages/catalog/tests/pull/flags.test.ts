import { describe, expect, it } from 'vitest';
import { defaultPullFlags, pullVariables, readPullFlags } from '../../src/pull/flags.ts';

describe('flags of a pull', () => {
  it('have defaults', () => {
    expect(defaultPullFlags).toEqual({
      batchSize: 500,
      vaBatchSize: 100,
      throttleMs: 0,
      staleThresholdDays: 7,
      unresolvedRetryDays: 30,
      includeNullCanonical: true,
      recheck: false,
      partition: { index: 0, count: 1 },
      dryRun: false,
    });
  });

  it.each<[string | undefined, boolean]>([
    ['true', true],
    ['1', true],
    ['TRUE', true],
    ['yes', false],
    ['on', false],
    ['True', false],
    ['t', false],
    ['0', false],
    ['false', false],
    ['', false],
    [' true', false],
    [undefined, false],
  ])('are switched on by %j: %s', (value, on) => {
    expect(readPullFlags({ DRY_RUN: value, RECHECK: value })).toMatchObject({ dryRun: on, recheck: on });
  });

  it('are switched off by whatever is said that does not switch on', () => {
    expect(readPullFlags({ INCLUDE_NULL_CANONICAL: 'no' }).includeNullCanonical).toBe(false);
    expect(readPullFlags({}).includeNullCanonical).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['BATCH_SIZE', '0', /1 to 1000/],
    ['BATCH_SIZE', '1001', /1 to 1000/],
    ['BATCH_SIZE', '1e2', /1 to 1000/],
    ['BATCH_SIZE', '', /1 to 1000/],
    ['VA_BATCH_SIZE', '-1', /1 to 1000/],
    ['VA_BATCH_SIZE', ' 5', /1 to 1000/],
    ['THROTTLE_MS', '1.5', /0 to 3600000/],
    ['THROTTLE_MS', '3600001', /0 to 3600000/],
    ['STALE_THRESHOLD_DAYS', '0', /1 to 36500/],
    ['STALE_THRESHOLD_DAYS', '99999999', /1 to 36500/],
    ['UNRESOLVED_RETRY_DAYS', 'NaN', /1 to 36500/],
    ['PARTITION_INDEX', 'one', /0 or more/],
    ['PARTITION_COUNT', '0', /1 or more/],
    ['PARTITION_COUNT', '99999999999999999999', /1 or more/],
  ])('refuse %s=%j, and say so with its value', (name, value, range) => {
    const read = () => readPullFlags({ [name]: value });
    expect(read).toThrow(RangeError);
    expect(read).toThrow(name);
    expect(read).toThrow(JSON.stringify(value));
    expect(read).toThrow(range);
  });

  it('name every bad number at once', () => {
    const variables = { BATCH_SIZE: 'many', THROTTLE_MS: '-5', UNRESOLVED_RETRY_DAYS: '0' };
    expect(() => readPullFlags(variables)).toThrow(/BATCH_SIZE is "many".*THROTTLE_MS is "-5".*UNRESOLVED_RETRY_DAYS/);
  });

  it('refuse a partition that is none of those there are', () => {
    expect(() => readPullFlags({ PARTITION_INDEX: '3', PARTITION_COUNT: '3' })).toThrow(/PARTITION_INDEX is 3.*3/);
    expect(readPullFlags({ PARTITION_INDEX: '2', PARTITION_COUNT: '3' }).partition).toEqual({ index: 2, count: 3 });
  });

  it('take every variable to its end', () => {
    const most = { BATCH_SIZE: '1000', VA_BATCH_SIZE: '1', THROTTLE_MS: '0', STALE_THRESHOLD_DAYS: '36500' };
    expect(readPullFlags(most)).toMatchObject({ batchSize: 1000, vaBatchSize: 1, staleThresholdDays: 36_500 });
    expect(new Set(pullVariables).size).toBe(10);
  });
});
