import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { discogsSource } from '@deadwax/sources/discogs/source';
import { expect, it } from 'vitest';
import { readInThread } from '../src/build/read-in-thread.ts';
import { makeFolder } from './build-csv.ts';

const dump = `<releases><release id="1"><artists><artist><id>1</id><name>A</name></artist></artists><title>T</title></release></releases>`;

it('waits for the parts that are being taken where one of them fails', async () => {
  const folder = await makeFolder();
  const staging = join(folder, 'staging');
  await mkdir(staging);
  await writeFile(join(folder, 'releases.xml'), dump);
  const [file] = await discogsSource.discover(join(folder, 'releases.xml'));
  const second = Promise.withResolvers<void>();
  const [begun, ended] = [new Set<string>(), new Set<string>()];
  const reading = readInThread({
    source: discogsSource,
    file: file!,
    staging,
    quarantine: join(folder, 'quarantine'),
    allowTruncated: false,
    scanThreads: 0,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPart: async ({ csv }) => {
      begun.add(csv);
      if (begun.size === 1) {
        await second.promise;
        throw new Error('the disk is full');
      }
      second.resolve();
      await setTimeout(300);
      ended.add(csv);
    },
  });
  await expect(reading).rejects.toThrow('the disk is full');
  expect(ended.size).toBeGreaterThan(0);
  expect(ended.size).toBe(begun.size - 1);
});
