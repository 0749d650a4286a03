import { InvalidInputError, NotFoundError } from '@deadwax/platform/http/errors';
import { ConflictError } from '../errors.ts';

export class UnknownArtistError extends NotFoundError {
  constructor(artistId: number) {
    super(`There is no artist ${artistId}.`);
  }
}

export class NoSuchArtistIdError extends NotFoundError {
  constructor(artistId: number, source: string) {
    super(`No id of ${source} is known of artist ${artistId}.`);
  }
}

/** There is no such conflict, or it was settled. */
export class NoSuchConflictError extends NotFoundError {
  constructor(artistId: number) {
    super(`Artist ${artistId} has no such conflict, or somebody settled it.`);
  }
}

export class NotStaffsIdError extends ConflictError {
  constructor(source: string) {
    super(`Nobody entered this id of ${source}: verdicts name it. Enter the right one instead.`);
  }
}

export class BadArtistIdError extends InvalidInputError {}
