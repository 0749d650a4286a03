import { InvalidInputError, NotFoundError } from '@deadwax/platform/http/errors';
import { ConflictError } from '../errors.ts';
import type { OverrideFault } from './check-override.ts';

/** There is no such library row. */
export class UnknownLibraryRowError extends NotFoundError {
  constructor(libraryId: number) {
    super(`There is no library record ${libraryId}.`);
  }
}

export class UnknownOverrideError extends NotFoundError {
  constructor(overrideId: number) {
    super(`There is no override ${overrideId}.`);
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

/** It stands already, or was revoked already: nothing was changed. */
export class NothingToDoError extends ConflictError {}
