import { discOf, type Format, positionOf } from '../model/formats.ts';
import { discogsId, mbGid, mbId, mbMediumId, mbTrackId, spotifyId } from '../model/ids.ts';
import { PURPOSE } from '../model/purposes.ts';
import { NOT_ON_LABEL, type Release, releaseAt } from '../model/release.ts';
import { isLabelInMusicbrainz, isReleaseInMusicbrainz } from '../model/twins.ts';
import type { Work } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { copyNumber, copyText, NULL } from '../output/copy-text.ts';
import type { TableFolder } from '../output/table-folder.ts';
import { mix, Random } from '../random.ts';
import { type LinkWriter, STAMP } from './links.ts';
import { areaId } from './small-tables.ts';

export interface PreparedWork {
  readonly work: Work;
  readonly credit: number;
  readonly tracks: readonly { readonly title: string; readonly credit: number; readonly milliseconds: number }[];
}

interface TitledWork extends PreparedWork {
  /** As a COPY column. */
  readonly title: string;
}

const FORMAT_IDS: Readonly<Record<Format['name'], number>> = { CD: 1, CDr: 1, Vinyl: 7, Cassette: 8, File: 12 };

function writeLinks(world: World, links: LinkWriter, work: Work, release: Release): void {
  const random = new Random(mix(world.seed + 2, PURPOSE.link, release.index));
  const entity = mbId(release.index);
  if (work.onDiscogs && random.chance(0.42)) {
    const target = random.chance(0.012) ? work.firstRelease : release.index;
    const url = `https://www.discogs.com/release/${discogsId(world.seed, target)}`;
    links.releaseUrl({ type: 'releaseDiscogs', entity, url, ended: random.chance(0.01) });
  }
  if (release.edition === 0 && random.chance(0.2)) {
    const url = `https://open.spotify.com/album/${spotifyId(world.seed, 'album', work.index)}`;
    links.releaseUrl({ type: 'releaseStreaming', entity, url });
  }
}

function writeLabels(world: World, tables: TableFolder, release: Release): void {
  release.labels.forEach(({ label, catalogNumber }, k) => {
    const known = label !== NOT_ON_LABEL && isLabelInMusicbrainz(world, label);
    if (!known && catalogNumber === 'none') return;
    const number = catalogNumber === 'none' ? NULL : copyText(catalogNumber);
    tables.row(
      'release_label',
      `${mbId(release.index) * 2 + k}\t${mbId(release.index)}\t${known ? mbId(label) : NULL}\t${number}\t${STAMP}`,
    );
  });
}

function writeMedia(
  world: World,
  tables: TableFolder,
  { work, tracks }: PreparedWork,
  { index, format }: Release,
): void {
  const counts = Array<number>(format.discs).fill(0);
  tracks.forEach(({ title, credit, milliseconds }, nth) => {
    const disc = discOf(format, tracks.length, nth);
    counts[disc]! += 1;
    const id = mbTrackId(index, nth);
    const number = format.name === 'Vinyl' ? positionOf(format, tracks.length, nth) : String(counts[disc]);
    tables.row(
      'track',
      `${id}\t${mbGid(world.seed, 'track', id)}\t${mbTrackId(work.index, nth)}\t${mbMediumId(index, disc)}\t${counts[disc]}\t${number}\t${title}\t${credit}\t${milliseconds}\t0\t${STAMP}\tf`,
    );
  });
  counts.forEach((count, disc) => {
    const id = mbMediumId(index, disc);
    tables.row(
      'medium',
      `${id}\t${mbId(index)}\t${disc + 1}\t${FORMAT_IDS[format.name]}\t\t0\t${STAMP}\t${count}\t${mbGid(world.seed, 'medium', id)}`,
    );
  });
}

function writeRelease(world: World, tables: TableFolder, titled: TitledWork, release: Release): void {
  const { work, credit, title } = titled;
  const id = mbId(release.index);
  const random = new Random(mix(world.seed + 4, PURPOSE.release, release.index));
  const barcode =
    release.barcode === '' ? (random.chance(0.1) ? '' : NULL) : random.chance(0.9) ? release.barcode : NULL;
  tables.row(
    'release',
    `${id}\t${mbGid(world.seed, 'release', release.index)}\t${title}\t${credit}\t${mbId(work.index)}\t1\t${NULL}\t120\t28\t${barcode}\t\t0\t-1\t${STAMP}`,
  );
  const date = `${copyNumber(release.year)}\t${copyNumber(release.month)}\t${copyNumber(release.day)}`;
  if (random.chance(0.06)) tables.row('release_unknown_country', `${id}\t${date}`);
  else tables.row('release_country', `${id}\t${areaId(release.country)}\t${date}`);
  writeLabels(world, tables, release);
  writeMedia(world, tables, titled, release);
}

export function writeReleases(world: World, tables: TableFolder, links: LinkWriter, titled: TitledWork): void {
  const { work } = titled;
  for (let edition = 0; edition < work.releaseCount; edition += 1) {
    if (!isReleaseInMusicbrainz(world, work.firstRelease + edition, edition)) continue;
    const release = releaseAt(world, work, edition);
    writeRelease(world, tables, titled, release);
    writeLinks(world, links, work, release);
  }
}
