import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import { create, insertMultiple, search } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { FEW, type Peer } from './peer.ts';
import { readAllNames } from './read-names.ts';

/** What a program in TypeScript would reach for first. */

export const scan: Peer = {
  name: 'a scan of every name',
  most: 1_000_000,
  limit: 'a second a query beyond',
  open: async (file) => {
    const names = await readAllNames(file);
    return {
      search: async (typed) => {
        const near: [number, string][] = [];
        for (const name of names) {
          const edits = editDistance(typed, name, 2);
          if (edits <= 2) near.push([edits, name]);
        }
        near.sort(([a, one], [b, other]) => a - b || (one < other ? -1 : 1));
        return near.slice(0, FEW).map(([, name]) => name);
      },
      close: async () => {},
    };
  },
};

export const fuse: Peer = {
  name: 'fuse.js (threshold .4)',
  most: 100_000,
  limit: 'reads every name for each query',
  open: async (file) => {
    const names = new Fuse(await readAllNames(file), { threshold: 0.4, ignoreLocation: true, includeScore: true });
    return {
      search: async (typed) => names.search(typed, { limit: FEW }).map(({ item }) => item),
      close: async () => {},
    };
  },
};

export const miniSearch: Peer = {
  name: 'minisearch (fuzzy .25)',
  most: 1_000_000,
  limit: 'gigabytes of objects beyond',
  open: async (file) => {
    const names = await readAllNames(file);
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], searchOptions: { fuzzy: 0.25 } });
    index.addAll(names.map((text, id) => ({ id, text })));
    return {
      search: async (typed) =>
        index
          .search(typed)
          .slice(0, FEW)
          .map(({ id }) => names[id as number] ?? ''),
      close: async () => index.removeAll(),
    };
  },
};

export const orama: Peer = {
  name: 'orama (tolerance 2)',
  most: 100_000,
  limit: 'gigabytes of objects beyond',
  open: async (file) => {
    const names = await readAllNames(file);
    const index = create({ schema: { text: 'string' } as const });
    await insertMultiple(
      index,
      names.map((text) => ({ text })),
      5_000,
    );
    return {
      search: async (typed) => {
        const { hits } = await search(index, { term: typed, tolerance: 2, limit: FEW });
        return hits.map(({ document }) => document.text);
      },
      close: async () => {},
    };
  },
};
