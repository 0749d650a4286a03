import { CliError } from '../../cli-error.ts';

export function explainWriteFault(path: string, cause: NodeJS.ErrnoException): CliError {
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
    return new CliError(`the disk is full: ${path} was not written`, { cause });
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
    return new CliError(`there is no folder for ${path}`, { cause });
  if (cause.code === 'EACCES' || cause.code === 'EPERM' || cause.code === 'EROFS') {
    return new CliError(`${path} may not be written: permission denied`, { cause });
  }
  return new CliError(`${path} cannot be written: ${cause.message}`, { cause });
}
