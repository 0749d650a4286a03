import type { BulkResolveInput, BulkResolveResult, Explanation } from '@deadwax/contract/schemas';
import type { Resolver } from '../../src/resolver.ts';

type Album = Explanation['families'][number]['albums'][number];

export interface Explained {
  readonly result: BulkResolveResult;
  /** Candidates, the likeliest first. */
  readonly albums: readonly Album[];
  /** The one that was taken; null where none was. */
  readonly chosen: Album | null;
}

/** Resolves one row, and opens how its verdict came about. */
export function askExplained(
  resolver: Resolver,
  artist: string,
  title: string,
  hints: Partial<BulkResolveInput> = {},
): Explained {
  const input = { library_id: 1, artist_name: artist, album_title: title, ...hints };
  const [result] = resolver.resolve([input], { includeTracks: false, explain: true });
  if (!result?.explanation) throw new Error('no result, or one that is not explained');
  const albums = result.explanation.families.flatMap((family) => family.albums);
  return { result, albums, chosen: albums.find(({ chosen }) => chosen) ?? null };
}
