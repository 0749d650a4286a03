import { mkdir, readFile as readBytes, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discogsSource } from '@deadwax/sources/discogs/source';
import type { InputFile } from '@deadwax/sources/source';
import { describe, expect, it } from 'vitest';
import { readFile } from '../src/build/read-file.ts';
import { openScanThreads } from '../src/build/scan-threads.ts';
import type { StagedPart } from '../src/build/staging-sink.ts';
import { makeFolder } from './build-csv.ts';

const release = (id: number, notes: string) =>
  `<release id="${id}"><artists><artist><id>${1 + (id % 7)}</id><name>A</name></artist></artists><title>T ${id}</title><notes>${notes}</notes></release>`;

/** Whole records, some that end where none seems to, a bad one in the middle, and one that comes twice. */
function makeDump(): string {
  const records = Array.from({ length: 400 }, (_, at) => {
    const lookalike = at % 50 === 20 ? `<!-- ${release(1, '')} -->` : '';
    return release(at + 1, `${'words '.repeat(at % 40)}${lookalike}`);
  });
  records[200] = records[200]?.replace('</notes>', '') ?? '';
  return `<releases>${records.join('\n')}${release(5, 'again')}</releases>`;
}

async function writeDump(folder: string, dump: string): Promise<InputFile> {
  await writeFile(join(folder, 'releases.xml'), dump);
  const [file] = await discogsSource.discover(join(folder, 'releases.xml'));
  return file!;
}

/** What is staged of the dump: every file's bytes, what is told of the parts and of the order. */
async function stageWith(scanThreads: number, dump: string, allowTruncated = false) {
  const folder = await makeFolder();
  const staging = join(folder, 'staging');
  await mkdir(staging);
  const parts: StagedPart[] = [];
  const { report, quarantined, order } = await readFile({
    source: discogsSource,
    file: await writeDump(folder, dump),
    staging,
    quarantine: join(folder, 'quarantine'),
    allowTruncated,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPart: async (part) => void parts.push({ ...part, csv: part.csv.slice(staging.length) }),
    scanThreads,
    blockBytes: 3000,
  });
  const names = (await readdir(staging)).toSorted();
  const staged = await Promise.all(names.map(async (name) => [name, await readBytes(join(staging, name), 'utf8')]));
  const bad = (await readBytes(join(folder, 'quarantine'), 'utf8')).replaceAll(folder, '');
  return { report, quarantined, order, parts, staged, bad };
}

describe('a file that several threads read', () => {
  it('is staged as by one, to the byte, with the same bad records at the same places', async () => {
    const dump = makeDump();
    const one = await stageWith(0, dump);
    expect(one).toMatchObject({ report: { records: 400 }, quarantined: 1 });
    expect(JSON.parse(one.bad)).toMatchObject({ reason: 'invalid_xml', offset: dump.indexOf('<release id="201"') });
    for (const threads of [1, 3]) expect(await stageWith(threads, dump)).toEqual(one);
  });

  it('is read as far as it goes where it is cut off, and refused where that is not accepted', async () => {
    const dump = makeDump().slice(0, -3000);
    const one = await stageWith(0, dump, true);
    expect(one.report.truncated).toBe(true);
    expect(await stageWith(3, dump, true)).toEqual(one);
    const refusal = {
      code: 'truncated',
      message: expect.stringContaining(`after ${one.report.records} whole records`),
    };
    for (const threads of [0, 3]) await expect(stageWith(threads, dump)).rejects.toMatchObject(refusal);
  });

  it('is given up where a thread ended before it was asked for anything', async () => {
    const threads = openScanThreads(discogsSource, await writeDump(await makeFolder(), makeDump()), 1);
    await threads.close();
    const task = { bytes: Buffer.alloc(10), offset: 0, isLast: true, stream: 0, place: '' };
    await expect(threads.read(task)).rejects.toThrow(/releases\.xml ended with code/);
  });
});
