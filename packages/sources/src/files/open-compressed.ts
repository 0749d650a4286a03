import { stat } from 'node:fs/promises';
import { ImportError } from '../errors.ts';
import { childChunks, startFirst, type UnpackTool } from './child-chunks.ts';
import { type CompressionFormat, detectCompression } from './compression-format.ts';
import { aborted, readFileChunks, unreadable } from './file-chunks.ts';
import { gunzipChunks } from './gunzip-chunks.ts';
import { bunzip2Chunks, unxzChunks } from './script-chunks.ts';

export interface OpenOptions {
  /** Ends the reading with ImportError `aborted`, and any child process with it. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes of the file on disk consumed so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** Use lbzip2, bzip2 and xz where the machine has them. Default true. */
  readonly useTools?: boolean | undefined;
}

export interface OpenedFile {
  /** The unpacked bytes. Iterate once; faults are thrown after every byte that came before them. */
  readonly stream: AsyncIterable<Uint8Array>;
  readonly format: CompressionFormat;
  /** Size on disk: the total for `onProgress`. */
  readonly bytes: number;
}

const TOOLS: Readonly<Record<'bzip2' | 'xz', readonly UnpackTool[]>> = {
  bzip2: [
    { command: 'lbzip2', args: ['-dc'] },
    { command: 'bzip2', args: ['-dc'] },
  ],
  xz: [{ command: 'xz', args: ['-dc', '-T0'] }],
};

/**
 * Opens a file that may be plain, gzip (several members), bzip2 (several streams) or xz; told by content, not by name.
 *
 *     const { stream, bytes } = await openCompressed(path, { signal, onProgress });
 *     for await (const chunk of stream) …
 *
 * Throws ImportError `missing_file` or `empty_file` at once; while iterating `truncated`, `corrupt_compression`, `aborted`.
 */
export async function openCompressed(path: string, options: OpenOptions = {}): Promise<OpenedFile> {
  const bytes = await stat(path).then(
    (stats) => stats.size,
    (cause: unknown) => {
      throw unreadable(path, cause);
    },
  );
  const format = detectCompression(await readHead(path));
  return { stream: unpack(path, format, options), format, bytes };
}

async function readHead(path: string): Promise<Uint8Array> {
  for await (const chunk of readFileChunks(path, { chunkBytes: 4096 })) return chunk;
  throw new ImportError('empty_file', `${path} is empty.`, { file: path });
}

async function* unpack(path: string, format: CompressionFormat, options: OpenOptions): AsyncGenerator<Uint8Array> {
  try {
    yield* await startUnpacking(path, format, options);
  } catch (error) {
    if (options.signal?.aborted) throw aborted(path);
    if (error instanceof ImportError) throw error;
    throw compressionFault(path, format, error);
  }
  if (options.signal?.aborted) throw aborted(path);
}

async function startUnpacking(
  path: string,
  format: CompressionFormat,
  options: OpenOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const chunks = readFileChunks(path, options);
  if (format === 'plain') return chunks;
  if (format === 'gzip') return gunzipChunks(chunks);
  const child = options.useTools === false ? null : await startFirst(TOOLS[format]);
  if (child !== null) return childChunks(child, chunks, options.signal);
  return format === 'bzip2' ? bunzip2Chunks(chunks) : unxzChunks(path, chunks);
}

/** Words by which zlib, bzip2, lbzip2, xz and the libraries say that bytes are missing at the end. */
const EARLY_END = /unexpected(ly)?\b|truncat|ends early|error code 8$/i;

function compressionFault(path: string, format: CompressionFormat, cause: unknown): ImportError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (EARLY_END.test(said)) {
    return new ImportError('truncated', `${path} ends early: the ${format} data is cut off. Fetch it again.`, {
      file: path,
      cause,
    });
  }
  return new ImportError(
    'corrupt_compression',
    `${path} is damaged: its ${format} data cannot be unpacked. Fetch it again.`,
    {
      file: path,
      cause,
    },
  );
}
