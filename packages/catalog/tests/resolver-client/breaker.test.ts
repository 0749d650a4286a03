import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Breaker, type BreakerState, type Health } from '../../src/resolver-client/breaker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function makeBreaker() {
  const states: BreakerState[] = [];
  const breaker = new Breaker({ failures: 5, openMs: 30_000, onChange: (state) => states.push(state) });
  const show = (...healths: Health[]) => {
    for (const health of healths) breaker.enter()!.settle(health);
  };
  return { breaker, states, show };
}

const five = Array<Health>(5).fill('failing');

describe('the breaker', () => {
  it('opens on the fifth failure in a row', () => {
    const { breaker, show } = makeBreaker();
    show('failing', 'failing', 'failing', 'failing');
    expect(breaker.state).toBe('closed');
    show('failing');
    expect(breaker.state).toBe('open');
    expect(breaker.enter()).toBeNull();
  });

  it('counts anew after an answer, and not at all a caller who gave up', () => {
    const { breaker, show } = makeBreaker();
    show('failing', 'failing', 'failing', 'failing', 'healthy', 'failing', 'failing', 'failing', 'failing');
    expect(breaker.state).toBe('closed');
    show('unknown');
    expect(breaker.state).toBe('closed');
    show('failing');
    expect(breaker.state).toBe('open');
  });

  it('lets exactly one through after its time, and closes on its answer', () => {
    const { breaker, states, show } = makeBreaker();
    show(...five);
    vi.advanceTimersByTime(29_999);
    expect(breaker.enter()).toBeNull();
    vi.advanceTimersByTime(1);
    const probe = breaker.enter();
    expect(probe).not.toBeNull();
    expect([breaker.enter(), breaker.enter()]).toEqual([null, null]);
    probe!.settle('healthy');
    expect(breaker.enter()).not.toBeNull();
    expect(states).toEqual(['open', 'half_open', 'closed']);
  });

  it('opens for its whole time again when the probe fails', () => {
    const { breaker, show } = makeBreaker();
    show(...five);
    vi.advanceTimersByTime(30_000);
    show('failing');
    vi.advanceTimersByTime(29_999);
    expect(breaker.enter()).toBeNull();
    vi.advanceTimersByTime(1);
    show('healthy');
    show('failing', 'failing', 'failing', 'failing');
    expect(breaker.state).toBe('closed');
  });

  it('makes the next call the probe when the first was aborted', () => {
    const { breaker, show } = makeBreaker();
    show(...five);
    vi.advanceTimersByTime(30_000);
    show('unknown');
    expect(breaker.state).toBe('open');
    show('healthy');
    expect(breaker.state).toBe('closed');
  });

  it('hears nothing from calls older than its last change', () => {
    const { breaker, show } = makeBreaker();
    const late = Array.from({ length: 7 }, () => breaker.enter()!);
    show(...five);
    late[0]!.settle('healthy');
    expect(breaker.state).toBe('open');
    expect(late[1]!.current).toBe(false);
    vi.advanceTimersByTime(30_000);
    const probe = breaker.enter()!;
    late[1]!.settle('failing');
    late[2]!.settle('healthy');
    expect(breaker.state).toBe('half_open');
    probe.settle('healthy');
    for (const passage of late) passage.settle('failing');
    expect(breaker.state).toBe('closed');
  });
});
