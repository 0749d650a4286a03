import type { RowSink } from '../../source.ts';
import type { Credit } from '../records/credit.ts';
import type { ReleaseRecord } from '../records/release.ts';
import type { CatalogEntry } from '../records/release-parts.ts';
import { writeTexts, writeVideos } from './shared-rows.ts';
import { writeTracks } from './track-rows.ts';
import { orNull, parseYear, plausibleInteger } from './values.ts';

export function writeRelease(sink: RowSink, id: number, release: ReleaseRecord): void {
  sink.record('release', id);
  sink.row('release', [
    id,
    orNull(release.status),
    release.title,
    orNull(release.country),
    orNull(release.released),
    parseYear(release.released),
    orNull(release.notes),
    orNull(release.dataQuality),
    release.masterId,
    release.isMainRelease,
  ]);
  writeCredits(sink, id, 0, release.artists);
  writeCredits(sink, id, 1, release.extraArtists);
  writeCatalogEntries(sink, 'release_label', id, release.labels);
  writeCatalogEntries(sink, 'release_series', id, release.series);
  writeTexts(sink, 'release_genre', id, release.genres);
  writeTexts(sink, 'release_style', id, release.styles);
  writeTracks(sink, id, release.tracks);
  writeParts(sink, id, release);
  writeVideos(sink, 'release_video', id, release.videos);
}

function writeCredits(sink: RowSink, id: number, extra: 0 | 1, credits: readonly Credit[]): void {
  for (let k = 0; k < credits.length; k += 1) {
    const { artistId, name, anv, join, role, tracks } = credits[k]!;
    const row = [id, extra, k + 1, artistId, name, orNull(anv), orNull(join), orNull(role), orNull(tracks)];
    sink.row('release_artist', row);
  }
}

function writeCatalogEntries(sink: RowSink, table: string, id: number, entries: readonly CatalogEntry[]): void {
  for (let k = 0; k < entries.length; k += 1) {
    const entry = entries[k]!;
    sink.row(table, [id, k + 1, entry.id, entry.name, orNull(entry.catno)]);
  }
}

function writeParts(sink: RowSink, id: number, release: ReleaseRecord): void {
  const { formats, identifiers, companies } = release;
  for (let k = 0; k < formats.length; k += 1) {
    const { name, quantity, text, descriptions } = formats[k]!;
    sink.row('release_format', [
      id,
      k + 1,
      name,
      plausibleInteger(quantity),
      orNull(text),
      orNull(descriptions.join('; ')),
    ]);
  }
  for (let k = 0; k < identifiers.length; k += 1) {
    const { type, value, description } = identifiers[k]!;
    const digits = type === 'Barcode' ? orNull(value.replace(/\D+/g, '')) : null;
    sink.row('release_identifier', [id, k + 1, type, value, orNull(description), digits]);
  }
  for (let k = 0; k < companies.length; k += 1) {
    const { id: companyId, name, catno, entityType, entityTypeName } = companies[k]!;
    const type = [plausibleInteger(entityType), orNull(entityTypeName)];
    sink.row('release_company', [id, k + 1, companyId, name, orNull(catno), ...type]);
  }
}
