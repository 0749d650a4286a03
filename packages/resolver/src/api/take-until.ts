/** What an iterator gives until the signal aborts. What is on its way then is left where it is. `onEnd` is told of the iterator's own end. */
export async function* takeUntil<T>(
  source: AsyncIterator<T, void>,
  signal: AbortSignal,
  onEnd: () => void,
): AsyncGenerator<T, void> {
  let stop = (): void => undefined;
  const onAbort = (): void => stop();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      // A race with one promise for all of them would keep every turn of a long stream in memory.
      const next = await new Promise<IteratorResult<T, void>>((resolve, reject) => {
        stop = () => resolve({ done: true, value: undefined });
        source.next().then((given) => {
          if (given.done) onEnd();
          resolve(given);
        }, reject);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
