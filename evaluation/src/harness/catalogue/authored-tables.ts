import {
  type AuthoredAlbum,
  type AuthoredArtist,
  type AuthoredCatalogue,
  discogsHeading,
} from './authored-catalogue.ts';

export type TableRow = Readonly<Record<string, string>>;

const MB_VARIOUS = '89ad4ac3-39f7-470e-963a-56509c546377';

/** The authored records as rows of the authority tables, in Discogs and most of them in MusicBrainz, with some links between the two. */
export function authoredTables({ artists, albums }: AuthoredCatalogue): Record<string, readonly TableRow[]> {
  return {
    artist: artists.flatMap(artistRows),
    artist_name: artists.flatMap(nameRows),
    release: albums.flatMap(releaseRows),
    release_title: [],
    release_credit: albums.flatMap(creditRows),
    release_label: albums.flatMap(labelRows),
    release_barcode: albums.flatMap(barcodeRows),
    cross_reference: [...artists.flatMap(artistLinks), ...albums.flatMap(albumLinks)],
  };
}

function artistRows(artist: AuthoredArtist): TableRow[] {
  const shared = { comment: '', matchable: 'true' };
  return [
    { source: 'discogs_artist', id: artist.discogsId, name: discogsHeading(artist), ...shared },
    { source: 'mb_artist', id: artist.mbid, name: artist.name, ...shared },
  ];
}

function nameRows(artist: AuthoredArtist): TableRow[] {
  const discogs = (role: string, name: string): TableRow => ({
    source: 'discogs_artist',
    artist_id: artist.discogsId,
    role,
    name,
    related_id: '',
  });
  const mb = (role: string, name: string): TableRow => ({
    source: 'mb_artist',
    artist_id: artist.mbid,
    role,
    name,
    related_id: '',
  });
  return [
    discogs('preferred', discogsHeading(artist)),
    mb('preferred', artist.name),
    ...(artist.sortName === null ? [] : [mb('sort_name', artist.sortName)]),
    ...artist.variations.map((name) => discogs('variation', name)),
    ...artist.aliases.map((name) => discogs('alias', name)),
    ...artist.members.map((name) => discogs('member', name)),
  ];
}

function releaseRows(album: AuthoredAlbum): TableRow[] {
  const { masterId, groupMbid, title, year, pressings } = album;
  const row = (own: TableRow): TableRow => ({
    grain: 'group',
    group_source: '',
    group_id: '',
    country: '',
    format: '',
    is_main: 'false',
    matchable: 'true',
    title,
    year: String(year),
    ...own,
  });
  const rows = [row({ source: 'discogs_master', id: masterId })];
  if (groupMbid !== '') rows.push(row({ source: 'mb_release_group', id: groupMbid }));
  for (const [place, pressing] of pressings.entries()) {
    const shared = { grain: 'release', year: String(pressing.year), format: pressing.format ?? '' };
    const main = { is_main: String(place === 0) };
    const discogs = { source: 'discogs_release', group_source: 'discogs_master', group_id: masterId };
    rows.push(row({ ...shared, ...discogs, ...main, id: pressing.discogsId }));
    const mb = { source: 'mb_release', group_source: 'mb_release_group', group_id: groupMbid };
    if (groupMbid !== '') rows.push(row({ ...shared, ...mb, id: pressing.mbid }));
  }
  return rows;
}

function creditRows(album: AuthoredAlbum): TableRow[] {
  return album.ids.flatMap((record) => {
    const [source, id] = record.split(' ') as [string, string];
    const side = source.startsWith('discogs') ? 'discogs' : 'mb';
    const credits =
      album.credits.length === 0
        ? [side === 'discogs' ? { id: '194', name: 'Various' } : { id: MB_VARIOUS, name: 'Various Artists' }]
        : album.credits.map(({ discogsId, mbid, name }) => ({ id: side === 'discogs' ? discogsId : mbid, name }));
    return credits.map(
      (artist, place): TableRow => ({
        source,
        release_id: id,
        position: String(place + 1),
        artist_source: `${side}_artist`,
        artist_id: artist.id,
        name: artist.name,
        join_phrase: place < credits.length - 1 ? album.joiner : '',
      }),
    );
  });
}

function labelRows({ pressings, groupMbid }: AuthoredAlbum): TableRow[] {
  return pressings.flatMap(({ discogsId, mbid, label, catalogNumber }) => {
    const facts = { label: label ?? '', catalog_number: catalogNumber ?? '' };
    const discogs = { source: 'discogs_release', release_id: discogsId, ...facts };
    return groupMbid === '' ? [discogs] : [discogs, { source: 'mb_release', release_id: mbid, ...facts }];
  });
}

function barcodeRows({ pressings, groupMbid }: AuthoredAlbum): TableRow[] {
  return pressings.flatMap(({ discogsId, mbid, barcode }) => {
    const discogs = { source: 'discogs_release', release_id: discogsId, barcode: barcode ?? '' };
    return groupMbid === '' ? [discogs] : [discogs, { source: 'mb_release', release_id: mbid, barcode: barcode ?? '' }];
  });
}

type Node = readonly [source: string, id: string];

function link(a: Node, b: Node): TableRow[] {
  const row = (from: Node, to: Node, direction: string): TableRow => ({
    source_a: from[0],
    id_a: from[1],
    source_b: to[0],
    id_b: to[1],
    via_table: 'authored',
    via_property: 'discogs',
    ended: 'false',
    rank: 'normal',
    direction,
  });
  return [row(a, b, 'asserted'), row(b, a, 'reverse')];
}

/** Six in ten of what both have is linked. */
function isLinked(discogsId: string): boolean {
  return Number(discogsId) % 10 < 6;
}

function artistLinks({ discogsId, mbid }: AuthoredArtist): TableRow[] {
  return isLinked(discogsId) ? link(['mb_artist', mbid], ['discogs_artist', discogsId]) : [];
}

function albumLinks({ masterId, groupMbid }: AuthoredAlbum): TableRow[] {
  if (groupMbid === '' || !isLinked(masterId)) return [];
  return link(['mb_release_group', groupMbid], ['discogs_master', masterId]);
}
