import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something to come true. Throws Error where it does not in time. */
export async function until(isSo: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`it did not come true within ${withinMs} ms`);
    await sleep(50);
  }
}
