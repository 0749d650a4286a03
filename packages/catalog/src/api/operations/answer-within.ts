import { setTimeout as sleep } from 'node:timers/promises';

/** What the work gives, if it does in time. Throws Error where it does not. */
export async function answerWithin<T>(patienceMs: number, work: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(patienceMs, null, { signal: waiting.signal }).then(() => {
    throw new Error(`no answer in ${patienceMs} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    waiting.abort();
  }
}
