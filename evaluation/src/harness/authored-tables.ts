import { type AuthoredAlbum, type AuthoredArtist, type Catalogue, discogsHeading } from './catalogue.ts';

type Row = Readonly<Record<string, string>>;

/** The authored records as rows of the authority tables, in Discogs and in MusicBrainz, with links between the two. */
export function authoredTables({ artists, albums }: Catalogue): Record<string, readonly Row[]> {
  const kept = albums.filter(({ withheld }) => !withheld);
  return {
    artist: artists.flatMap(artistRows),
    artist_name: artists.flatMap(nameRows),
    release: kept.flatMap(releaseRows),
    release_title: [],
    release_credit: kept.flatMap(creditRows),
    release_label: kept.flatMap(labelRows),
    release_barcode: kept.flatMap(barcodeRows),
    cross_reference: [...artists.flatMap(artistLinks), ...kept.flatMap(albumLinks)],
  };
}

function artistRows(artist: AuthoredArtist): Row[] {
  return [
    { source: 'discogs_artist', id: artist.discogsId, name: discogsHeading(artist), comment: '', matchable: 'true' },
    { source: 'mb_artist', id: artist.mbid, name: artist.name, comment: '', matchable: 'true' },
  ];
}

function nameRows(artist: AuthoredArtist): Row[] {
  const discogs = (role: string, name: string): Row => ({
    source: 'discogs_artist',
    artist_id: artist.discogsId,
    role,
    name,
    related_id: '',
  });
  const mb = (role: string, name: string): Row => ({
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

function releaseRows({ masterId, groupMbid, title, year, pressings }: AuthoredAlbum): Row[] {
  const group = (source: string, id: string): Row => ({
    source,
    id,
    grain: 'group',
    group_source: '',
    group_id: '',
    title,
    year: String(year),
    country: '',
    format: '',
    is_main: 'false',
    matchable: 'true',
  });
  return [
    group('discogs_master', masterId),
    group('mb_release_group', groupMbid),
    ...pressings.flatMap((pressing, place): Row[] => {
      const shared = {
        grain: 'release',
        title,
        year: String(pressing.year),
        country: '',
        format: pressing.format,
        matchable: 'true',
      };
      return [
        {
          source: 'discogs_release',
          id: pressing.discogsId,
          group_source: 'discogs_master',
          group_id: masterId,
          is_main: String(place === 0),
          ...shared,
        },
        {
          source: 'mb_release',
          id: pressing.mbid,
          group_source: 'mb_release_group',
          group_id: groupMbid,
          is_main: 'false',
          ...shared,
        },
      ];
    }),
  ].map(inOrder);
}

/** Rows of one table have their columns in one order. */
function inOrder(row: Row): Row {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function creditRows({ masterId, groupMbid, pressings, credits, joiner }: AuthoredAlbum): Row[] {
  const releases = (['discogs', 'mb'] as const).flatMap((side) => [
    side === 'discogs'
      ? { side, source: 'discogs_master', id: masterId }
      : { side, source: 'mb_release_group', id: groupMbid },
    ...pressings.map(({ discogsId, mbid }) =>
      side === 'discogs'
        ? { side, source: 'discogs_release', id: discogsId }
        : { side, source: 'mb_release', id: mbid },
    ),
  ]);
  return releases.flatMap(({ side, source, id }) => {
    const credited =
      credits.length === 0
        ? [
            side === 'discogs'
              ? { id: '194', name: 'Various' }
              : { id: '89ad4ac3-39f7-470e-963a-56509c546377', name: 'Various Artists' },
          ]
        : credits.map((artist) =>
            side === 'discogs' ? { id: artist.discogsId, name: artist.name } : { id: artist.mbid, name: artist.name },
          );
    return credited.map(
      (artist, place): Row => ({
        source,
        release_id: id,
        position: String(place + 1),
        artist_source: side === 'discogs' ? 'discogs_artist' : 'mb_artist',
        artist_id: artist.id,
        name: artist.name,
        join_phrase: place < credited.length - 1 ? joiner : '',
      }),
    );
  });
}

function labelRows({ pressings }: AuthoredAlbum): Row[] {
  return pressings.flatMap(({ discogsId, mbid, label, catalogNumber }) => [
    { source: 'discogs_release', release_id: discogsId, label, catalog_number: catalogNumber },
    { source: 'mb_release', release_id: mbid, label, catalog_number: catalogNumber },
  ]);
}

function barcodeRows({ pressings }: AuthoredAlbum): Row[] {
  return pressings.flatMap(({ discogsId, mbid, barcode }) => [
    { source: 'discogs_release', release_id: discogsId, barcode },
    { source: 'mb_release', release_id: mbid, barcode },
  ]);
}

function link(a: readonly [string, string], b: readonly [string, string], via: string): Row[] {
  const row = (from: readonly [string, string], to: readonly [string, string], direction: string): Row => ({
    source_a: from[0],
    id_a: from[1],
    source_b: to[0],
    id_b: to[1],
    via_table: 'authored',
    via_property: via,
    ended: 'false',
    rank: 'normal',
    direction,
  });
  return [row(a, b, 'asserted'), row(b, a, 'reverse')];
}

function artistLinks({ discogsId, mbid }: AuthoredArtist): Row[] {
  return Number(discogsId) % 10 < 6 ? link(['mb_artist', mbid], ['discogs_artist', discogsId], 'discogs') : [];
}

function albumLinks({ masterId, groupMbid }: AuthoredAlbum): Row[] {
  return Number(masterId) % 10 < 6
    ? link(['mb_release_group', groupMbid], ['discogs_master', masterId], 'discogs')
    : [];
}
