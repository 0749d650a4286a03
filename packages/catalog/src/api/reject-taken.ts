import { ConflictError } from '../errors.ts';

const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';
const FOREIGN_KEY_VIOLATION = '23503';

/** Turns what the database refuses because something else stands, or does not, into a conflict that says what. */
export async function rejectTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === UNIQUE_VIOLATION && constraint === 'library_legacy_release_id_key')
      throw new ConflictError('Another record has this number in the older id space.', { cause: error });
    if (code === CHECK_VIOLATION && constraint === 'rotation_check')
      throw new ConflictError('It would end before it begins.', { cause: error });
    if (code === FOREIGN_KEY_VIOLATION)
      throw new ConflictError('It refers to something that is not there.', { cause: error });
    throw error;
  }
}
