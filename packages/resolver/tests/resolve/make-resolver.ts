import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import type { SourceInput } from '@deadwax/snapshot/build/load-source';
import { csvSource } from '@deadwax/sources/csv/source';
import { openResolver } from '../../src/open-resolver.ts';
import type { Resolver } from '../../src/resolver.ts';

/** A resolver over a snapshot built from these inputs, in a folder of its own. */
export async function makeResolver(inputs: readonly SourceInput[], allowTruncated = false): Promise<Resolver> {
  const out = join(await mkdtemp(join(tmpdir(), 'deadwax-resolver-')), 'snapshot');
  await buildSnapshot({ out, inputs, allowTruncated, signal: new AbortController().signal, progress: silentProgress });
  return openResolver({ snapshotDirectory: out });
}

/** A resolver over CSV rows `id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants`. */
export async function makeShopResolver(rows: readonly string[]): Promise<Resolver> {
  const file = join(await mkdtemp(join(tmpdir(), 'deadwax-authority-')), 'shop.csv');
  const header = 'id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants';
  await writeFile(file, `${[header, ...rows].join('\n')}\n`);
  const source = csvSource('shop');
  return makeResolver([{ source, files: await source.discover(file) }]);
}

/** `source:id` of every leg found, with its method. */
export function legsOf(result: BulkResolveResult): string[] {
  return result.provenance.flatMap(({ source, external_id: id, method }) =>
    id === null ? [] : [`${source}:${id} ${method}`],
  );
}
