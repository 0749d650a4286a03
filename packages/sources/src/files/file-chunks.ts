import { open } from 'node:fs/promises';
import { ImportError } from '../errors.ts';

export interface FileChunkOptions {
  /** Ends the reading with ImportError `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes read so far, of the file as it stands on disk. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** Bytes asked for at once. Default 262,144. */
  readonly chunkBytes?: number | undefined;
}

const PLAIN_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links point in a circle',
};

/** The plain words for a file that could not be opened or read. */
export function unreadable(path: string, cause: unknown): ImportError {
  const code = (cause as NodeJS.ErrnoException)?.code ?? '';
  const reason = PLAIN_REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new ImportError('missing_file', `Cannot read ${path}: ${reason}.`, { file: path, cause });
}

export function aborted(path: string): ImportError {
  return new ImportError('aborted', `Reading ${path} was stopped.`, { file: path });
}

/** Bytes of a file, chunk by chunk; every chunk is its own memory. */
export async function* readFileChunks(path: string, options: FileChunkOptions = {}): AsyncGenerator<Buffer> {
  const { signal, onProgress, chunkBytes = 262_144 } = options;
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    let done = 0;
    for (;;) {
      if (signal?.aborted) throw aborted(path);
      const buffer = Buffer.allocUnsafeSlow(chunkBytes);
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes).catch((cause: unknown) => {
        throw unreadable(path, cause);
      });
      if (bytesRead === 0) return;
      done += bytesRead;
      onProgress?.(done);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
