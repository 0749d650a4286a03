import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Caller, post } from './post.ts';

/** A timer may come so late; the rest is waited for awake. */
const TIMER_SLACK_MS = 2;

/**
 * Sends bodies at a steady rate whether answers come or not, and gives the milliseconds from when each was due to its answer's end: what
 * a slow answer holds up counts with those it holds up.
 */
export async function askSteadily(
  caller: Caller,
  bodies: readonly string[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<number[]> {
  const began = performance.now() + 20;
  const asked = Array.from({ length: Math.round(rate * seconds) }, async (_, place) => {
    const due = began + (place * 1000) / rate;
    await setTimeout(Math.max(0, due - performance.now() - TIMER_SLACK_MS));
    while (performance.now() < due) await setImmediate();
    await post(caller, bodies[place % bodies.length] as string);
    return performance.now() - due;
  });
  return Promise.all(asked);
}
