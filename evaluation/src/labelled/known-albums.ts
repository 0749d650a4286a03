import type { LabelledAlbum, ReferenceAlbum } from './read-labelled.ts';
import type { KnownAlbum } from './same-album.ts';

/** What each id is called, over all origins, the rows themselves included. */
export function collectKnownAlbums(
  queries: readonly LabelledAlbum[],
  reference: readonly ReferenceAlbum[],
): ReadonlyMap<string, KnownAlbum> {
  const known = new Map<string, { artists: Set<string>; titles: Set<string> }>();
  const add = (id: string, artist: string, title: string) => {
    const album = known.get(id) ?? { artists: new Set(), titles: new Set() };
    if (artist.trim() !== '') album.artists.add(artist);
    album.titles.add(title);
    known.set(id, album);
  };
  for (const { entity, artist, title } of reference) {
    add(entity, artist, title);
    const named = artistOfPage(entity);
    if (named !== null) add(entity, named, title);
  }
  for (const { truth, artist, album } of queries) add(truth, artist, album);
  return new Map([...known].map(([id, { artists, titles }]) => [id, { artists: [...artists], titles: [...titles] }]));
}

/** Who made the album, where the name of a page says so: `Exodus_(Bob_Marley_and_the_Wailers_album)`. */
export function artistOfPage(entity: string): string | null {
  const [, artist = ''] = /^wikipedia_en:.+_\((.+)_album\)$/.exec(entity) ?? [];
  return artist === '' || /^\d{4}$/.test(artist) ? null : decodeURIComponent(artist).replaceAll('_', ' ');
}

export function describeAlbum(album: KnownAlbum | undefined): string {
  if (album === undefined) return 'unknown';
  return `${album.artists.slice(0, 2).join(' / ') || '?'} – ${album.titles.slice(0, 2).join(' / ')}`;
}
