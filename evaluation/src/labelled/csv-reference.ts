import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { silentProgress } from '@deadwax/platform/progress';
import { openResolver } from '@deadwax/resolver/open-resolver';
import type { Resolver } from '@deadwax/resolver/resolver';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { indexVersion } from '@deadwax/snapshot/index/index-file';
import { csvSource } from '@deadwax/sources/csv/source';

export interface CsvRecord {
  readonly id: string;
  readonly kind: 'artist' | 'release';
  readonly artist: string;
  readonly title?: string;
  readonly year?: string;
  readonly variants?: readonly string[];
}

/** Name of the authority: its legs are `labelled_artist` and `labelled_release`. */
export const AUTHORITY = 'labelled';

interface CsvReference {
  readonly name: string;
  /** What says more of the content than `records` do. */
  readonly key: string;
  readonly records: readonly CsvRecord[];
  /** Records too many to hold. */
  readonly more?: Iterable<CsvRecord>;
  readonly memoryLimit?: string;
}

/** A resolver over these records as an authority of the user's own. */
export async function openCsvReference(workFolder: string, reference: CsvReference): Promise<Resolver> {
  return openResolver({ snapshotDirectory: await prepareCsvReference(workFolder, reference) });
}

/** Folder of the snapshot: kept under `name` and its content, and found again; an older one of the name makes room. */
export async function prepareCsvReference(workFolder: string, reference: CsvReference): Promise<string> {
  const digest = createHash('sha256');
  for (const record of reference.records) digest.update(JSON.stringify(record));
  const key = digest.update(`${reference.key} ${normaliserVersion} ${indexVersion}`).digest('hex').slice(0, 12);
  const folder = join(workFolder, `${reference.name}-${key}`);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  await mkdir(workFolder, { recursive: true });
  await removeOlder(workFolder, reference.name);
  const file = `${folder}.csv`;
  await pipeline(Readable.from(lines(reference.records, reference.more ?? [])), createWriteStream(file));
  const source = csvSource(AUTHORITY);
  await buildSnapshot({
    out: folder,
    inputs: [{ source, files: await source.discover(file) }],
    allowTruncated: false,
    signal: new AbortController().signal,
    progress: silentProgress,
    ...(reference.memoryLimit === undefined ? {} : { memoryLimit: reference.memoryLimit }),
  });
  await rm(file);
  return folder;
}

async function removeOlder(workFolder: string, name: string): Promise<void> {
  for (const entry of await readdir(workFolder))
    if (entry.startsWith(`${name}-`) && /^[0-9a-f]{12}$/.test(entry.slice(name.length + 1)))
      await rm(join(workFolder, entry), { recursive: true });
}

function* lines(records: readonly CsvRecord[], more: Iterable<CsvRecord>): Generator<string> {
  yield 'id,kind,artist,title,year,variants\n';
  let page = '';
  for (const part of [records, more]) {
    for (const record of part) {
      page += toLine(record);
      if (page.length < 1 << 16) continue;
      yield page;
      page = '';
    }
  }
  yield page;
}

function toLine({ id, kind, artist, title = '', year = '', variants = [] }: CsvRecord): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const cells = [id, kind, artist, title, year, variants.map((each) => each.replaceAll('|', ' ')).join('|')];
  return `${cells.map(quote).join(',')}\n`;
}
