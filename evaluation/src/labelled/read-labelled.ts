import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sharedData } from '@deadwax/platform/shared-data';
import { parse } from 'csv-parse/sync';

export interface LabelledAlbum {
  readonly artist: string;
  readonly album: string;
  readonly truth: string;
  /** Origin without its suffix: what must be absent from the reference. */
  readonly origin: string;
  readonly answerable: boolean;
}

export interface ReferenceAlbum {
  readonly entity: string;
  readonly artist: string;
  readonly title: string;
  readonly year: string;
  readonly origin: string;
}

export interface LabelledArtist {
  readonly artist: string;
  readonly truth: string;
  readonly source: string;
  readonly origin: string;
}

export interface ReferenceArtist {
  readonly entity: string;
  readonly source: string;
  readonly name: string;
  readonly origin: string;
}

/** Rows of a labelled file, or null where the data is not here. */
function read(name: string): Record<string, string>[] | null {
  const path = sharedData('labelled', `${name}.csv.gz`);
  if (path === null) return null;
  return parse(gunzipSync(readFileSync(path)), { columns: true }) as Record<string, string>[];
}

const cell = (row: Record<string, string>, name: string): string => row[name] ?? '';
const originOf = (row: Record<string, string>): string => cell(row, 'origin').replace(/ sort_name$/, '');

export function readAlbums(): { queries: LabelledAlbum[]; reference: ReferenceAlbum[] } | null {
  const [queries, reference] = [read('albums'), read('reference_albums')];
  if (queries === null || reference === null) return null;
  return {
    queries: queries.map((row) => ({
      artist: cell(row, 'query_artist'),
      album: cell(row, 'query_album'),
      truth: `${cell(row, 'truth_source')}:${cell(row, 'truth_id')}`,
      origin: originOf(row),
      answerable: cell(row, 'answerable') === '1',
    })),
    reference: reference.map((row) => ({
      entity: `${cell(row, 'ref_source')}:${cell(row, 'ref_id')}`,
      artist: cell(row, 'artist'),
      title: cell(row, 'title'),
      year: cell(row, 'year'),
      origin: originOf(row),
    })),
  };
}

export function readArtists(): { queries: LabelledArtist[]; reference: ReferenceArtist[] } | null {
  const [queries, reference] = [read('artists'), read('reference_artists')];
  if (queries === null || reference === null) return null;
  return {
    queries: queries
      .filter((row) => cell(row, 'answerable') === '1')
      .map((row) => ({
        artist: cell(row, 'query_artist'),
        truth: `${cell(row, 'truth_source')}:${cell(row, 'truth_id')}`,
        source: cell(row, 'truth_source'),
        origin: originOf(row),
      })),
    reference: reference.map((row) => ({
      entity: `${cell(row, 'ref_source')}:${cell(row, 'ref_id')}`,
      source: cell(row, 'ref_source'),
      name: cell(row, 'name'),
      origin: originOf(row),
    })),
  };
}
