import { CliError } from '../cli-error.ts';

/** Writes every piece, waiting when the reader is slow. A reader that has gone (`| head`) ends the writing quietly. */
export async function writeAll(output: NodeJS.WritableStream, pieces: AsyncIterable<string>): Promise<void> {
  // The callback of each write reports the fault; without a listener the event of the same name would end the process.
  output.on('error', () => {});
  for await (const piece of pieces) {
    if (piece === '') continue;
    const fault = await write(output, piece);
    if (fault === null) continue;
    if (fault.code === 'EPIPE') return;
    throw new CliError(`cannot write the output: ${fault.message}`, { cause: fault });
  }
}

function write(output: NodeJS.WritableStream, piece: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => output.write(piece, (fault) => resolve(fault ?? null)));
}
