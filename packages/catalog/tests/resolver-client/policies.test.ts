import { describe, expect, it } from 'vitest';
import { callers, defaultPolicies, parsePolicies } from '../../src/resolver-client/policies.ts';

describe('policies', () => {
  it.each([
    ['add_form', 'interactive', 1_500],
    ['refresh', 'interactive', 8_000],
    ['push', 'background', 10_000],
    ['pull', 'batch', 30_000],
    ['drift', 'batch', 30_000],
  ] as const)('give %s the class %s and %d ms', (caller, callerClass, timeoutMs) => {
    expect(defaultPolicies.callers[caller]).toMatchObject({ class: callerClass, timeoutMs });
  });

  it('know every caller, and never ask twice for one who waits', () => {
    expect(Object.keys(parsePolicies().callers).sort()).toEqual([...callers].sort());
    expect(defaultPolicies.classes.interactive.retry.maxAttempts).toBe(1);
    for (const policy of Object.values(defaultPolicies.callers)) {
      if (policy.class === 'interactive') expect(policy.totalMs).toBe(policy.timeoutMs);
    }
  });

  it('take any part from elsewhere and leave the rest', () => {
    const policies = parsePolicies({ classes: { batch: { limiter: { maxPerMinute: 20 } } } });
    expect(policies.classes.batch).toEqual({
      ...defaultPolicies.classes.batch,
      limiter: { ...defaultPolicies.classes.batch.limiter, maxPerMinute: 20 },
    });
    expect(policies.classes.interactive).toEqual(defaultPolicies.classes.interactive);
    expect(defaultPolicies.classes.batch.limiter.maxPerMinute).toBeNull();
  });

  it('name every fault at once', () => {
    const faulty = {
      callers: { push: { timeoutMs: 0 }, pull: { totalMs: 10 }, nobody: {} },
      classes: { batch: { limiter: { maxConcurrent: 1.5 }, typo: 1 } },
    };
    expect(() => parsePolicies(faulty as never)).toThrow(
      /timeoutMs[\s\S]*totalMs is less than timeoutMs[\s\S]*nobody[\s\S]*maxConcurrent[\s\S]*typo/,
    );
  });
});
