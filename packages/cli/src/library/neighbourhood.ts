import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { Notices } from './notices.ts';
import type { Library } from './read-library.ts';

/** Larger libraries are resolved row by row: what stands beside a row is not worth holding all of them. */
const MOST_ROWS = 200_000;
/** As many as the contract takes. */
const MOST_TITLES = 50;

/** Tells rows what else the library files under their artist. */
export interface Neighbourhood {
  around(input: BulkResolveInput): BulkResolveInput;
}

/** Reads the library once for the titles of each artist. */
export async function surveyNeighbourhood(library: Library, signal: AbortSignal): Promise<Neighbourhood> {
  if (library.rowCount > MOST_ROWS) return { around: (input) => input };
  const titles = new Map<string, Set<string>>();
  for await (const { input } of library.rows(new Notices(), () => undefined)) {
    signal.throwIfAborted();
    const key = artistKey(input.artist_name);
    if (key === '' || input.album_title === '') continue;
    const known = titles.get(key);
    if (known === undefined) titles.set(key, new Set([input.album_title]));
    else if (known.size <= MOST_TITLES) known.add(input.album_title);
  }
  return {
    around: (input) => {
      const others = [...(titles.get(artistKey(input.artist_name)) ?? [])].filter(
        (title) => title !== input.album_title,
      );
      return others.length === 0 ? input : { ...input, neighbours: { titles: others.slice(0, MOST_TITLES) } };
    },
  };
}
