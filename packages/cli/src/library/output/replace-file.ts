import { createWriteStream } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CliError, exitCode } from '../../cli-error.ts';
import { explainWriteFault } from './explain-write-fault.ts';
import { streamSink } from './stream-sink.ts';
import type { TextSink } from './text-sink.ts';

/** Writes a file beside the one it replaces, and puts it in its place only when it is whole. */
export async function openOutput(path: string): Promise<TextSink> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new CliError(`${path} is a folder; name a file in it`, { exitCode: exitCode.usage });
  // A device or pipe cannot be put in place by renaming: that would leave a file where it was.
  if (found && !found.isFile()) return streamSink(createWriteStream(path), { name: path, ends: true });
  return openReplacement(path, found ? await realpath(path) : resolve(path));
}

async function openReplacement(path: string, target: string): Promise<TextSink> {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const file = await open(temporary, 'w').catch((cause: NodeJS.ErrnoException) => {
    throw explainWriteFault(path, cause);
  });
  return {
    write: (text) => writeWhole(file, text, path),
    async finish() {
      try {
        await file.sync();
        await file.close();
        await rename(temporary, target);
      } catch (cause) {
        throw explainWriteFault(path, cause as NodeJS.ErrnoException);
      }
    },
    async abandon() {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
}

async function writeWhole(file: FileHandle, text: string, path: string): Promise<void> {
  try {
    await file.writeFile(text);
  } catch (cause) {
    throw explainWriteFault(path, cause as NodeJS.ErrnoException);
  }
}
