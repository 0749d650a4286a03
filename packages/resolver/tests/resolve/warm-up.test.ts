import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSnapshot, readIndex, resolveIndex } from '../../src/engine/open-snapshot.ts';
import { warmUp } from '../../src/engine/warm-up.ts';
import type { Resolver } from '../../src/resolver.ts';
import { buildShop } from '../api/build-shop.ts';

const records = Array.from({ length: 50 }, (_, place) => [`Artist Number ${place}`, `Title ${place}`] as const);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-warm-'));
  await buildShop(join(folder, 'shop'), records);
});
afterAll(() => rm(folder, { recursive: true }));

async function openCounted(onAsked: (input: BulkResolveInput, kind: string | undefined) => void) {
  const opened = await openSnapshot(join(folder, 'shop'));
  const index = readIndex(opened);
  const resolver = resolveIndex(index, opened);
  const resolve: Resolver['resolve'] = (inputs, options) => {
    const results = resolver.resolve(inputs, options);
    for (const [place, input] of inputs.entries()) onAsked(input, results[place]?.kind);
    return results;
  };
  return { index, resolver: { resolve } };
}

describe('warming up', () => {
  it('asks for what is there, from all over the index, some of it mistyped', async () => {
    const asked: { input: BulkResolveInput; kind: string | undefined }[] = [];
    const { index, resolver } = await openCounted((input, kind) => asked.push({ input, kind }));
    expect(warmUp(resolver, index)).toBe(records.length);
    expect(new Set(asked.map(({ input }) => input.album_title)).size).toBe(records.length);
    const names = new Set<string>(records.map(([name]) => name));
    const mistyped = asked.filter(({ input }) => !names.has(input.artist_name));
    expect(mistyped.length).toBeGreaterThan(records.length / 5);
    expect(mistyped.length).toBeLessThan(records.length / 3);
    expect(asked.filter(({ kind }) => kind === 'single_artist').length).toBeGreaterThan(records.length / 2);
  });

  it('goes on after a row that cannot be answered', async () => {
    let asked = 0;
    const { index, resolver } = await openCounted(() => {
      asked += 1;
      if (asked === 7) throw new Error('this row cannot be answered');
    });
    expect(warmUp(resolver, index)).toBe(records.length);
    expect(asked).toBe(records.length);
  });

  it('ends in time, whatever is left', async () => {
    const { index, resolver } = await openCounted(() => {
      const until = performance.now() + 10;
      while (performance.now() < until);
    });
    expect(warmUp(resolver, index, 100)).toBeLessThan(15);
  });
});
