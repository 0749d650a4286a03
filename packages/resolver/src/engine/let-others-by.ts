/** As short as a thread can sleep: the kernel's timers add as much again. */
const SLEEP_MS = 0.05;

const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Sleeps for a moment, so that a thread that waits for this core runs. Whoever has a core keeps it until the kernel's next tick
 * otherwise, whatever its priority: up to 4 ms at 250 ticks a second.
 */
export function letOthersBy(): void {
  Atomics.wait(never, 0, 0, SLEEP_MS);
}
