import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { explainSilence } from '../catalog/explain-fault.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { CliError } from '../cli-error.ts';
import { formatCount } from '../library/format-count.ts';
import { openOutput } from '../library/output/replace-file.ts';
import { ReaderGone, streamSink } from '../library/output/stream-sink.ts';

interface ExportFlags extends CatalogFlags {
  readonly out?: string;
  readonly tracks: boolean;
}

export function registerLibraryExport(library: Command): void {
  const command = library
    .command('export')
    .description('Write the whole library with its identities, a line of JSON for each record.')
    .option('--out <file>', 'where to write (standard output without it)')
    .option('--tracks', 'the credits of compilations instead', false);
  addCatalogOptions(command).action((flags: ExportFlags) =>
    withCatalog(flags, (catalog) => exportLibrary(catalog, flags)),
  );
}

async function exportLibrary(catalog: Catalog, { out, tracks }: ExportFlags): Promise<void> {
  const body = await openExport(catalog, tracks);
  const file = out === undefined || out === '-' ? null : out;
  const sink =
    file === null ? streamSink(process.stdout, { name: 'standard output', ends: false }) : await openOutput(file);
  try {
    let lines = 0;
    for await (const text of decode(catalog, body)) {
      lines += text.split('\n').length - 1;
      await sink.write(text);
    }
    await sink.finish();
    if (file !== null) process.stderr.write(`${formatCount(lines)} lines written to ${file}\n`);
  } catch (error) {
    await sink.abandon();
    if (!(error instanceof ReaderGone)) throw error;
  }
}

async function openExport(catalog: Catalog, tracks: boolean): Promise<ReadableStream<Uint8Array>> {
  const body: unknown = await ask<unknown>(catalog, (client) =>
    tracks
      ? client.GET('/api/v1/exports/compilation-tracks', { parseAs: 'stream' })
      : client.GET('/api/v1/exports/library', { parseAs: 'stream' }),
  );
  return body as ReadableStream<Uint8Array>;
}

/** The text as it arrives. A stream that breaks off is no export: what came of it is not kept. */
async function* decode(catalog: Catalog, body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) yield decoder.decode(chunk, { stream: true });
  } catch (cause) {
    catalog.signal.throwIfAborted();
    throw new CliError('the export broke off before its end', {
      hint: explainSilence(catalog.url, cause).message,
      cause,
    });
  }
}
