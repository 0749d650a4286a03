import type { BulkResolveResult, ReconciledArtist, ReconciledIdentity } from '@deadwax/contract/schemas';

export interface OutputColumn {
  readonly name: string;
  present(result: BulkResolveResult): string;
}

type ReleaseField = Exclude<keyof ReconciledIdentity, 'artist'>;

interface IdColumn {
  readonly name: string;
  /** The source whose ids stand here: a compilation has them in its provenance alone. */
  readonly source: string;
  readonly read: (main: ReconciledIdentity) => string | number | null;
}

const ofRelease = (name: ReleaseField, source: string): IdColumn => ({ name, source, read: (main) => main[name] });
const ofArtist = (field: keyof ReconciledArtist, source: string, name: string = field): IdColumn => ({
  name,
  source,
  read: (main) => main.artist[field],
});

const idColumns: readonly IdColumn[] = [
  ofRelease('discogs_master_id', 'discogs_master'),
  ofRelease('discogs_release_id', 'discogs_release'),
  ofRelease('musicbrainz_release_group_mbid', 'mb_release_group'),
  ofRelease('musicbrainz_release_mbid', 'mb_release'),
  ofRelease('musicbrainz_recording_mbid', 'mb_recording'),
  ofRelease('wikidata_qid', 'wikidata'),
  ofRelease('spotify_id', 'spotify'),
  ofRelease('apple_music_id', 'apple_music'),
  ofArtist('discogs_artist_id', 'discogs_artist'),
  ofArtist('musicbrainz_artist_id', 'mb_artist'),
  ofArtist('wikidata_qid', 'wikidata_artist', 'artist_wikidata_qid'),
  ofArtist('spotify_artist_id', 'spotify_artist'),
  ofArtist('apple_music_artist_id', 'apple_music_artist'),
  ofArtist('bandcamp_id', 'bandcamp'),
];

/** Pages of the ids above; where a source has two ids of a record, the page of the closer one. */
const linkColumns: Readonly<Record<string, readonly string[]>> = {
  discogs_url: ['discogs_release', 'discogs_master'],
  musicbrainz_url: ['mb_release', 'mb_release_group'],
  wikidata_url: ['wikidata'],
  spotify_url: ['spotify'],
  apple_music_url: ['apple_music'],
  discogs_artist_url: ['discogs_artist'],
  musicbrainz_artist_url: ['mb_artist'],
  artist_wikidata_url: ['wikidata_artist'],
  spotify_artist_url: ['spotify_artist'],
  apple_music_artist_url: ['apple_music_artist'],
  bandcamp_url: ['bandcamp_album', 'bandcamp'],
};

const sourcesWithColumn = new Set(idColumns.map(({ source }) => source));

/** The columns every output has: ids as `main` names them, and the pages of these ids. */
export function identityColumns(): OutputColumn[] {
  return [
    ...idColumns.map((column) => ({
      name: column.name,
      present: (result: BulkResolveResult) => findId(result, column),
    })),
    ...Object.entries(linkColumns).map(([name, sources]) => ({
      name,
      present: (result: BulkResolveResult) => findLink(result, sources),
    })),
  ];
}

/** A column for each source that `main` has no place for. */
export function extraColumns(sources: Iterable<string>): OutputColumn[] {
  return [...new Set(sources)]
    .filter((source) => !sourcesWithColumn.has(source))
    .map((source) => ({
      name: `${source}_id`,
      present: (result) => findProvenance(result, source)?.external_id ?? '',
    }));
}

function findId(result: BulkResolveResult, { source, read }: IdColumn): string {
  if (result.main !== null) return String(read(result.main) ?? '');
  return result.kind === 'compilation' ? (findProvenance(result, source)?.external_id ?? '') : '';
}

/** Links follow the ids shown: an id that stands only in provenance, such as one in conflict, has none. */
function findLink(result: BulkResolveResult, sources: readonly string[]): string {
  for (const source of sources) {
    const entry = findProvenance(result, source);
    if (entry?.url && (!sourcesWithColumn.has(source) || isShown(result, source))) return entry.url;
  }
  return '';
}

function isShown(result: BulkResolveResult, source: string): boolean {
  const column = idColumns.find((one) => one.source === source);
  return column !== undefined && findId(result, column) === findProvenance(result, source)?.external_id;
}

function findProvenance(result: BulkResolveResult, source: string) {
  return result.provenance.find((entry) => entry.source === source && entry.external_id !== null);
}
