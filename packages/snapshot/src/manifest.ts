import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SnapshotError } from './errors.ts';

/** Raised whenever tables or index change shape: an older reader refuses a newer snapshot and the other way round. */
export const schemaVersion = 2;

const fileEntry = z.object({ bytes: z.number().int(), sha256: z.string() });
const counts = z.record(z.string(), z.number().int());

const inputFile = fileEntry.extend({
  name: z.string(),
  kind: z.string(),
  dump_date: z.string().nullable(),
  records: z.number().int(),
  quarantined: z.number().int(),
  skipped: counts,
  repaired: counts,
  truncated: z.boolean(),
});

const table = fileEntry.extend({ rows: z.number().int(), file: z.string() });
/** A large table is in several files, in the order of its rows. */
const sourceTable = table.extend({ more: z.array(fileEntry.extend({ file: z.string() })).optional() });

const sourceEntry = z.object({
  dump_date: z.string().nullable(),
  records: z.number().int(),
  quarantined: z.number().int(),
  inputs: z.array(inputFile),
  tables: z.record(z.string(), sourceTable),
});

const manifestShape = z.object({
  /** Derived from everything below: equal content, equal id. */
  id: z.string(),
  schema_version: z.number().int(),
  normaliser_version: z.string(),
  sources: z.record(z.string(), sourceEntry),
  authority: z.record(z.string(), table),
  index: fileEntry.extend({
    file: z.string(),
    artists: z.number().int(),
    releases: z.number().int(),
    names: z.number().int(),
    /** Links that are not in the index because a source they name is not known, by that source. */
    left_out_links: counts.default({}),
  }),
});

export type Manifest = z.infer<typeof manifestShape>;
export type SourceEntry = z.infer<typeof sourceEntry>;
export type TableEntry = z.infer<typeof table>;
export type SourceTableEntry = z.infer<typeof sourceTable>;
export type FileEntry = z.infer<typeof fileEntry>;

/** The files of a table, in the order of its rows. */
export function filesOf({ file, bytes, sha256, more = [] }: SourceTableEntry): (FileEntry & { file: string })[] {
  return [{ file, bytes, sha256 }, ...more];
}

export function manifestPath(directory: string): string {
  return join(directory, 'manifest.json');
}

/** Reads and checks a snapshot's manifest. Throws `not_a_snapshot`, `damaged` or `incompatible`. */
export async function readManifest(directory: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(manifestPath(directory), 'utf8');
  } catch (cause) {
    throw new SnapshotError('not_a_snapshot', `${directory} holds no snapshot (no manifest.json)`, { cause });
  }
  return parseManifest(text, directory);
}

export function parseManifest(text: string, directory: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new SnapshotError('damaged', `${manifestPath(directory)} is not JSON`, { cause });
  }
  const version = (json as { schema_version?: unknown } | null)?.schema_version;
  if (typeof version === 'number' && version !== schemaVersion) {
    throw new SnapshotError(
      'incompatible',
      `${directory} has schema version ${version}; this program reads ${schemaVersion}: build it again`,
    );
  }
  const parsed = manifestShape.safeParse(json);
  if (!parsed.success)
    throw new SnapshotError('damaged', `${manifestPath(directory)} is damaged: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
