import { copyFile, link, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import type { TableDefinition } from '@deadwax/sources/source';
import { type FileEntry, filesOf, readManifest, type SourceEntry, type SourceTableEntry } from '../manifest.ts';
import { describeFile } from './checked-file.ts';
import type { LoadOptions, SourceInput } from './load-source.ts';
import { createView } from './source-staging.ts';
import { quoteName } from './sql.ts';

/**
 * A source's tables from an older snapshot, linked into this one, or null where any dump file or table differs. The files are
 * hashed to know: some seconds in the place of minutes of reading.
 */
export async function reuseSource(
  { source, files }: SourceInput,
  snapshot: string,
  options: LoadOptions,
): Promise<SourceEntry | null> {
  const manifest = await readManifest(snapshot);
  const known = manifest.sources[source.name];
  if (manifest.normaliser_version !== normaliserVersion || !known || known.inputs.length !== files.length) return null;
  if (!source.tables.every(({ name }) => known.tables[name])) return null;
  const allowed = options.allowTruncated || known.inputs.every(({ truncated }) => !truncated);
  if (!allowed) return null;
  for (const [place, file] of files.entries()) {
    options.signal.throwIfAborted();
    const before = known.inputs[place];
    if (before?.name !== basename(file.path) || before.bytes !== file.bytes) return null;
    if (!isSame(await describeFile(file.path), before)) return null;
  }
  const step = options.progress.start({ name: `${source.name} as before`, unit: 'rows', total: source.tables.length });
  await options.workbench.run(`CREATE SCHEMA IF NOT EXISTS ${quoteName(source.name)}`);
  for (const [done, table] of source.tables.entries()) {
    const files = filesOf(known.tables[table.name] as SourceTableEntry);
    for (const { file, ...entry } of files) {
      const path = join(options.folder, file);
      await takeOver(join(snapshot, file), path);
      if (!isSame(await describeFile(path), entry)) return null;
    }
    const paths = files.map(({ file }) => join(options.folder, file));
    await options.workbench.run(createView(source, table, paths));
    step.update(done + 1);
  }
  step.finish({ records: known.records });
  return inWrittenOrder(known, source.tables);
}

/** With its keys in the order in which a reading build writes them: the snapshot's id is a digest of that text. */
function inWrittenOrder(entry: SourceEntry, order: readonly TableDefinition[]): SourceEntry {
  const inputs = entry.inputs.map(({ bytes, sha256, ...input }) => ({ ...input, bytes, sha256 }));
  const tables = order.flatMap(({ name }) => {
    const table = entry.tables[name];
    if (!table) return [];
    const [first, ...more] = filesOf(table).map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 }));
    return [[name, { rows: table.rows, ...first, ...(more.length > 0 ? { more } : {}) }]];
  });
  const { dump_date, records, quarantined } = entry;
  return { dump_date, records, quarantined, inputs, tables: Object.fromEntries(tables) };
}

function isSame(a: FileEntry, b: FileEntry): boolean {
  return a.bytes === b.bytes && a.sha256 === b.sha256;
}

/** Snapshots never change, so one file may stand in two of them; on another file system it is copied. */
async function takeOver(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}
