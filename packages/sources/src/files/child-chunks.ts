import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A program that unpacks standard input to standard output. */
export interface UnpackTool {
  readonly command: string;
  readonly args: readonly string[];
}

export type UnpackChild = ChildProcessByStdio<Writable, Readable, Readable>;

/** What a tool said when it gave up. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
}

/** Starts the first of these programs that this machine has. */
export async function startFirst(tools: readonly UnpackTool[]): Promise<UnpackChild | null> {
  for (const { command, args } of tools) {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    const started = await once(child, 'spawn').then(
      () => true,
      () => false,
    );
    if (started) return child;
  }
  return null;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('close', (code) => resolve(code));
  });
}

/** Feeds the child and yields what it unpacks. The child does not outlive the consumer or the signal. */
export async function* childChunks(
  child: UnpackChild,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const kill = () => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  if (signal?.aborted) kill();
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    if (said.length < 2000) said += bytes.toString('latin1');
  });
  const exit = exitOf(child);
  const fed = pipeline(chunks, child.stdin).then(
    () => null,
    (error: unknown) => error,
  );
  try {
    yield* child.stdout as AsyncIterable<Uint8Array>;
    const code = await exit;
    const feedError = await fed;
    if (feedError !== null && (feedError as NodeJS.ErrnoException).syscall === undefined) throw feedError;
    if (code !== 0) throw new ToolFailure(said.trim() || `ended with code ${code}`);
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
    await fed;
    await exit;
  }
}
