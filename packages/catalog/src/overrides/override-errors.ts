import { InvalidInputError, NotFoundError } from '@deadwax/platform/http/errors';
import { ConflictError } from '../errors.ts';
import type { OverrideFault } from './check-override.ts';

/** There is no such library row. */
export class UnknownLibraryRowError extends NotFoundError {
  constructor(libraryId: number) {
    super(`The library has no row ${libraryId}.`);
  }
}

export class UnknownOverrideError extends NotFoundError {
  constructor({ libraryId, overrideId }: { libraryId: number; overrideId: number }) {
    super(`Library row ${libraryId} has no override ${overrideId}.`);
  }
}

/** What was asked for is no override at all; `failureReason` says which part. */
export class BadOverrideError extends InvalidInputError {
  readonly failureReason: OverrideFault['failureReason'];

  constructor({ failureReason, pointer, message }: OverrideFault) {
    super([{ pointer, message }]);
    this.failureReason = failureReason;
  }
}

/** Somebody was quicker: nothing was changed. */
export class RevokedAlreadyError extends ConflictError {
  constructor(overrideId: number) {
    super(`Override ${overrideId} was revoked already.`);
  }
}
