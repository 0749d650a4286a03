import type { ProblemCode } from '@deadwax/contract/schemas';
import { ApiError, callersFault, type ErrorEntry, passing } from '@deadwax/platform/http/api-error';
import { sharedErrors } from '@deadwax/platform/http/errors';

export class UnauthenticatedError extends ApiError {
  readonly code = 'unauthenticated';
  override readonly headers = { 'www-authenticate': 'Bearer realm="deadwax-resolver"' };

  constructor() {
    super('Send a bearer token in the Authorization header.');
  }
}

export class ForbiddenError extends ApiError {
  readonly code = 'forbidden';
  override readonly headers = { 'www-authenticate': 'Bearer realm="deadwax-resolver", error="invalid_token"' };

  constructor() {
    super('The token in the Authorization header is not one this service accepts.');
  }
}

export class SnapshotNotLoadedError extends ApiError {
  readonly code = 'snapshot_not_loaded';
  override readonly headers = { 'retry-after': '5' };

  constructor() {
    super('The snapshot is not open yet. Ask again shortly.');
  }
}

/** More rows wait than are worth queueing. */
export class OverloadedError extends ApiError {
  readonly code = 'overloaded';
  override readonly headers: { 'retry-after': string };

  constructor(retryAfterSeconds: number) {
    super(`Too many rows are waiting. Ask again in ${retryAfterSeconds} s.`);
    this.headers = { 'retry-after': String(retryAfterSeconds) };
  }
}

/** A snapshot is asked for by an id that none has, or that cannot be compared with another. */
export class UnknownSnapshotError extends ApiError {
  readonly code = 'unknown_snapshot';
}

export class ChangesNotReadyError extends ApiError {
  readonly code = 'changes_not_ready';
  override readonly headers = { 'retry-after': '10' };

  constructor() {
    super('The snapshots are being compared. Ask again in 10 s.');
  }
}

/** The last line of a stream that the service cannot go on with. */
export class ShuttingDownError extends ApiError {
  readonly code = 'shutting_down';

  constructor(firstUnanswered: number) {
    super(`The service shuts down: line ${firstUnanswered} and what follows is not answered. Send it again.`);
  }
}

/** Every code the API can answer with, once. */
export const errorRegistry: Readonly<Record<ProblemCode, ErrorEntry>> = {
  ...sharedErrors,
  unauthenticated: { type: UnauthenticatedError, status: 401, title: 'Token missing', ...callersFault },
  forbidden: { type: ForbiddenError, status: 403, title: 'Token not accepted', ...callersFault },
  overloaded: { type: OverloadedError, status: 503, title: 'Overloaded', ...passing },
  shutting_down: { type: ShuttingDownError, status: 503, title: 'Shutting down', ...passing },
  unknown_snapshot: { type: UnknownSnapshotError, status: 404, title: 'Unknown snapshot', ...callersFault },
  changes_not_ready: { type: ChangesNotReadyError, status: 503, title: 'Changes not ready', ...passing },
  snapshot_not_loaded: { type: SnapshotNotLoadedError, status: 503, title: 'Snapshot not loaded', ...passing },
};
