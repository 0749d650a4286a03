import { setTimeout as sleep } from 'node:timers/promises';

export interface ClosingOptions {
  /** How long each step may take before the next is taken, in milliseconds. */
  readonly patienceMs: number;
  /** Told of every step that failed or took too long. */
  readonly onFault: (error: unknown) => void;
}

/** Takes every step, however those before it ended. False where not all of them ended well; never rejects. */
export async function closeInTurn(
  steps: Readonly<Record<string, () => Promise<unknown>>>,
  { patienceMs, onFault }: ClosingOptions,
): Promise<boolean> {
  let isWell = true;
  for (const [name, step] of Object.entries(steps)) {
    const ended = new AbortController();
    const late = sleep(patienceMs, null, { signal: ended.signal }).then(
      () => Promise.reject(new Error(`${name} did not close within ${patienceMs} ms`)),
      () => undefined,
    );
    try {
      await Promise.race([step(), late]);
    } catch (error) {
      isWell = false;
      onFault(error);
    } finally {
      ended.abort();
    }
  }
  return isWell;
}
