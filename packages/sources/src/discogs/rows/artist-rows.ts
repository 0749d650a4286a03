import type { RowSink } from '../../source.ts';
import { parseArtistLink } from '../links.ts';
import type { ArtistRecord } from '../records/artist.ts';
import type { Mention } from '../records/lists.ts';
import { orNull } from './values.ts';

export function writeArtist(sink: RowSink, id: number, artist: ArtistRecord): void {
  sink.record('artist', id);
  const { name, realname, profile, dataQuality } = artist;
  sink.row('artist', [id, name, orNull(realname), orNull(profile), orNull(dataQuality)]);
  for (const [index, variation] of artist.nameVariations.entries()) {
    sink.row('artist_name_variation', [id, index + 1, variation]);
  }
  writeMentions(sink, 'artist_alias', id, artist.aliases);
  writeMentions(sink, 'artist_member', id, artist.members);
  writeMentions(sink, 'artist_group', id, artist.groups);
  for (const [index, url] of artist.urls.entries()) {
    const { kind, externalId } = parseArtistLink(url);
    sink.row('artist_url', [id, index + 1, url, kind, externalId]);
  }
}

function writeMentions(sink: RowSink, table: string, id: number, mentions: readonly Mention[]): void {
  for (const [index, mention] of mentions.entries()) sink.row(table, [id, index + 1, mention.id, mention.name]);
}
