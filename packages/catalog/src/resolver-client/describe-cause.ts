/** What went wrong at the very bottom, in one line. fetch says only "fetch failed"; the driver's word stands in the causes. */
export function describeCause(error: unknown): string {
  const parts: string[] = [];
  let at: unknown = error;
  for (let depth = 0; at !== undefined && at !== null && depth < 8; depth += 1) {
    parts.push(describeOne(at));
    at = at instanceof Error ? (at.cause ?? firstOf(at)) : undefined;
  }
  return [...new Set(parts.filter((part) => part !== ''))].join(': ');
}

/** The code of the first error in the chain that has one. */
export function findCauseCode(error: unknown): string | null {
  let at: unknown = error;
  for (let depth = 0; at instanceof Error && depth < 8; depth += 1) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
    at = at.cause ?? firstOf(at);
  }
  return null;
}

function describeOne(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || error.message.includes(code)) return error.message;
  return error.message === '' ? code : `${error.message} (${code})`;
}

// A host with several addresses fails with one error for each of them.
function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}
