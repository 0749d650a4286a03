import { type AskingDependencies, UnauthorisedError } from '../pull/ask-patiently.ts';
import { ResolverAuthError, ResolverError } from '../resolver-client/faults.ts';

/** The resolver could not say what a change of snapshot touches: nothing is known of any row. */
export class ChangesUnavailableError extends Error {
  readonly code = 'changes_unavailable';
}

/** The snapshot that serves; null where none is open. Throws ChangesUnavailableError and UnauthorisedError. */
export async function findServing({
  gateway,
  signal,
}: Pick<AskingDependencies, 'gateway' | 'signal'>): Promise<string | null> {
  const answer = await gateway.snapshots.findServing(signal);
  signal.throwIfAborted();
  if (answer instanceof ResolverAuthError) throw new UnauthorisedError('the resolver refuses the key');
  if (answer instanceof ResolverError) throw new ChangesUnavailableError(answer.message, { cause: answer });
  return answer.snapshot;
}
