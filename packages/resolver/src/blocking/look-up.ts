import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { Query } from './query.ts';

/** Where the spellings of a row stand among the keys of an index, in their order; -1 for those that nobody bears. */
export interface Places {
  readonly artists: readonly number[];
  readonly titles: readonly number[];
}

/** Looks up the spellings of many rows at once: each by itself would wait for memory in its turn. */
export function lookUp(queries: readonly Query[], index: MatchIndex): Places[] {
  const artistKeys: string[] = [];
  const titleKeys: string[] = [];
  for (const { artists, titles } of queries) {
    for (const { key } of artists) artistKeys.push(key);
    for (const { key } of titles) titleKeys.push(key);
  }
  const artists = index.artistKeys.findAll(artistKeys);
  const titles = index.titleKeys.findAll(titleKeys);
  index.readAhead(artists, titles);
  let [artist, title] = [0, 0];
  return queries.map((query) => {
    const [firstArtist, firstTitle] = [artist, title];
    artist += query.artists.length;
    title += query.titles.length;
    return { artists: artists.slice(firstArtist, artist), titles: titles.slice(firstTitle, title) };
  });
}
