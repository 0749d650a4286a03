import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportError } from '../errors.ts';
import { readFileChunks } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { findUnpackedDump, tableFiles } from './discover.ts';
import { DumpReader, type EntryReader } from './dump-reader.ts';
import { readTar } from './tar-events.ts';

/** Streams a dump, packed or unpacked, into the sink. */
export async function readDump(file: InputFile, context: ReadContext): Promise<ReadReport> {
  const isFolder = await stat(file.path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder ? readFolder(file.path, context) : readArchive(file.path, context);
}

async function readArchive(path: string, context: ReadContext): Promise<ReadReport> {
  const reader = new DumpReader(path, context);
  const { stream } = await openCompressed(path, { signal: context.signal, onProgress: context.onProgress });
  let entry: EntryReader | null = null;
  try {
    for await (const event of readTar(path, stream)) {
      if (event.kind === 'entry') entry = reader.open(event.name);
      else if (event.kind === 'end') entry = closeEntry(entry);
      else if (entry !== null) {
        entry.push(event.bytes);
        await context.sink.drain();
      }
    }
  } catch (error) {
    if (!context.allowTruncated || !(error instanceof ImportError) || error.code !== 'truncated') throw error;
    reader.markTruncated();
    entry?.end(true);
  }
  return reader.finish();
}

function closeEntry(entry: EntryReader | null): null {
  entry?.end();
  return null;
}

async function readFolder(path: string, context: ReadContext): Promise<ReadReport> {
  const dump = await findUnpackedDump(path);
  if (dump === null) {
    throw new ImportError('not_a_dump', `${path} has no SCHEMA_SEQUENCE with table files beside it or in mbdump/.`, {
      file: path,
    });
  }
  const reader = new DumpReader(path, context);
  const read = async (name: string, file: string, onProgress?: (bytes: number) => void) => {
    const entry = reader.open(name, file);
    for await (const chunk of readFileChunks(file, { signal: context.signal, onProgress })) {
      entry?.push(chunk);
      await context.sink.drain();
    }
    entry?.end();
  };
  for (const note of ['SCHEMA_SEQUENCE', 'TIMESTAMP', 'REPLICATION_SEQUENCE']) {
    const file = join(dump.notesFolder, note);
    if (await stat(file).catch(() => null)) await read(note, file);
  }
  let before = 0;
  for (const { name, path: file, bytes } of await tableFiles(dump.tablesFolder)) {
    const start = before;
    await read(`mbdump/${name}`, file, (done) => context.onProgress(start + done));
    before += bytes;
  }
  return reader.finish();
}
