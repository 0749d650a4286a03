import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import { discogsSource } from '@deadwax/sources/discogs/source';
import { describe, expect, it } from 'vitest';
import { type BuildOptions, buildSnapshot } from '../src/build/build-snapshot.ts';
import { verifySnapshot } from '../src/store/verify-snapshot.ts';
import { makeFolder } from './build-csv.ts';

const artist = (id: number) => `<artist><id>${id}</id><name>Artist ${id}</name></artist>`;
const release = (id: number, title = `Title ${id}`) =>
  `<release id="${id}"><artists><artist><id>1</id><name>Artist 1</name></artist></artists><title>${title}</title></release>`;
const ids = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const wholeReleases = `<releases>${ids(40)
  .map((id) => release(id))
  .join('\n')}</releases>`;

/** Builds a snapshot of dumps of artists and releases, each read in a thread. */
async function build(releases: string, options: Partial<BuildOptions> & { folder?: string } = {}) {
  const folder = options.folder ?? (await makeFolder());
  const dumps = join(folder, 'dumps');
  await mkdir(dumps);
  await writeFile(join(dumps, 'artists.xml'), `<artists>${ids(3).map(artist).join('\n')}</artists>`);
  await writeFile(join(dumps, 'releases.xml'), releases);
  const out = join(folder, 'snapshot');
  const manifest = await buildSnapshot({
    inputs: [{ source: discogsSource, files: await discogsSource.discover(dumps) }],
    allowTruncated: false,
    signal: new AbortController().signal,
    progress: silentProgress,
    ...options,
    out,
  });
  return { out, manifest };
}

const cutOff = wholeReleases.slice(0, wholeReleases.indexOf('id="39"'));

async function expectNothingLeft(releases: string, code: string, options: Partial<BuildOptions> = {}): Promise<void> {
  const folder = await makeFolder();
  await expect(build(releases, { ...options, folder })).rejects.toMatchObject({ code });
  expect(await readdir(folder)).toEqual(['dumps']);
}

describe('dumps read in threads', () => {
  it('give the same bytes again', async () => {
    const [one, two] = [await build(wholeReleases), await build(wholeReleases)];
    expect(two.manifest).toEqual(one.manifest);
    expect(await readFile(join(two.out, 'match.index'))).toEqual(await readFile(join(one.out, 'match.index')));
    expect(one.manifest.sources.discogs?.inputs.map(({ kind, records }) => [kind, records])).toEqual([
      ['artists', 3],
      ['releases', 40],
    ]);
    expect((await verifySnapshot(one.out)).faults).toEqual([]);
  });

  it('count the last of a record that comes twice', async () => {
    const { manifest } = await build(`<releases>${release(2)}${release(1)}${release(2, 'Again')}</releases>`);
    expect(manifest.sources.discogs?.tables.release?.rows).toBe(2);
    expect(manifest.sources.discogs?.tables.release_artist?.rows).toBe(2);
  });

  it('are refused when one of them ends early', () => expectNothingLeft(cutOff, 'truncated'));

  it('are read as far as they go where that is allowed', async () => {
    const { manifest } = await build(cutOff, { allowTruncated: true });
    expect(manifest.sources.discogs?.inputs[1]).toMatchObject({ truncated: true, records: 38 });
  });

  it('are refused when too many records are bad, and these are kept to be looked at', async () => {
    const folder = await makeFolder();
    const bad = wholeReleases.replace('id="7"', 'id="x"');
    await expect(build(bad, { folder })).rejects.toMatchObject({ code: 'too_many_bad_records' });
    expect((await readdir(folder)).toSorted()).toEqual(['dumps', 'snapshot.quarantine']);
    const kept = await readFile(join(folder, 'snapshot.quarantine/discogs.releases.xml.ndjson'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ source: 'discogs', reason: 'missing_id' });
  });

  it('stop when they are interrupted', async () => {
    const controller = new AbortController();
    const interrupting = {
      ...silentProgress,
      start: () => ({ update: () => controller.abort(), finish: () => undefined }),
    };
    const many = `<releases>${ids(20_000)
      .map((id) => release(id))
      .join('\n')}</releases>`;
    await expectNothingLeft(many, 'aborted', { signal: controller.signal, progress: interrupting });
  });
});
