import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Manifest, manifestPath } from '../manifest.ts';

/** The id is the newest dump date and a digest of the content: equal content, equal id. */
export async function writeManifest(folder: string, content: Omit<Manifest, 'id'>): Promise<Manifest> {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  const dates = Object.values(content.sources).flatMap(({ dump_date }) => (dump_date ? [dump_date] : []));
  const manifest = { id: `${dates.toSorted().at(-1) ?? 'undated'}-${digest}`, ...content };
  await writeFile(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
