import type { ArtistRecord } from '@deadwax/contract/catalog-schemas';
import { formatTime } from './describe-record.ts';
import { drawTable, toText } from './draw-table.ts';

/** An artist with its ids, who says so, and what people changed, in lines for a person. */
export function describeArtist(artist: ArtistRecord): string[] {
  const { id, artist_name: name, records } = artist;
  return [
    toText(`${id}  ${name}, ${records === 1 ? '1 record' : `${records} records`}`),
    ...describeIds(artist),
    ...describeConflicts(artist),
    ...describeHistory(artist),
  ];
}

function describeIds({ ids }: ArtistRecord): string[] {
  if (ids.length === 0) return ['no id is known'];
  const table = drawTable(ids, [
    { title: '  source', read: ({ source }) => `  ${source}` },
    { title: 'id', read: ({ external_id }) => external_id },
    { title: 'from', read: ({ origin }) => origin },
    { title: 'by', most: 24, read: ({ actor }) => actor },
    { title: 'confidence', right: true, read: ({ confidence }) => confidence?.toFixed(2) ?? null },
    { title: 'since', read: ({ set_at }) => formatTime(set_at) },
  ]);
  return ['', ...table];
}

function describeConflicts({ conflicts }: ArtistRecord): string[] {
  if (conflicts.length === 0) return [];
  const table = drawTable(conflicts, [
    { title: '  source', read: ({ source }) => `  ${source}` },
    { title: 'stands', read: ({ standing_id }) => standing_id },
    { title: 'proposed', read: ({ proposed_id }) => proposed_id },
    { title: 'by record', right: true, read: ({ library_id }) => String(library_id) },
    { title: 'since', read: ({ seen_at }) => formatTime(seen_at) },
  ]);
  return ['', 'In conflict', ...table];
}

function describeHistory({ history }: ArtistRecord): string[] {
  if (history.length === 0) return [];
  const table = drawTable(history, [
    { title: '  until', read: ({ superseded_at }) => `  ${formatTime(superseded_at)}` },
    { title: 'source', read: ({ source }) => source },
    { title: 'it was', read: ({ external_id }) => external_id ?? 'unknown' },
    { title: 'change', read: ({ category }) => category },
    { title: 'by', most: 24, read: ({ actor }) => actor },
    { title: 'why', most: 60, read: ({ reason }) => reason },
  ]);
  return ['', 'Before', ...table];
}
