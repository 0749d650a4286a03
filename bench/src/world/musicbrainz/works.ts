import { creditedAs } from '../model/artist.ts';
import { albumQid, discogsId, MB_UNKNOWN, MB_VARIOUS, mbCreditIdOfWork, mbGid, mbId, mbTrackId } from '../model/ids.ts';
import { PURPOSE } from '../model/purposes.ts';
import { type Track, tracksOf } from '../model/track.ts';
import { isAlbumInWikidata, isInMusicbrainz, isWorkInMusicbrainz } from '../model/twins.ts';
import { type Credit, VARIOUS, type Work, workAt } from '../model/work.ts';
import type { World } from '../model/world.ts';
import type { WorkKind } from '../names/title.ts';
import { copyText } from '../output/copy-text.ts';
import type { TableFolder } from '../output/table-folder.ts';
import { mix, Random } from '../random.ts';
import { type LinkWriter, STAMP } from './links.ts';
import { type PreparedWork, writeReleases } from './releases.ts';
import { mbArtistName, mbJoinPhrase, mbTitle } from './spelling.ts';

const PRIMARY: Readonly<Record<WorkKind, number>> = {
  album: 1,
  single: 2,
  ep: 3,
  live: 1,
  best_of: 1,
  remixes: 3,
  soundtrack: 1,
  various: 1,
};
const SECONDARY: Partial<Readonly<Record<WorkKind, number>>> = {
  live: 6,
  best_of: 1,
  remixes: 7,
  soundtrack: 2,
  various: 1,
};

interface CreditName {
  readonly artist: number;
  readonly name: string;
  readonly join: string;
}

function printCredit(world: World, { artist, join }: Credit, random: Random): CreditName {
  const anv = creditedAs(world, artist, random);
  const name = anv === '' || random.chance(0.4) ? mbArtistName(world, artist).text : anv;
  return { artist: mbId(artist), name, join: mbJoinPhrase(join) };
}

/** The credit's id: an artist's own where it is the artist under its own name, else the work's, written here. */
function writeCredit(world: World, tables: TableFolder, work: Work): number {
  const [first, ...others] = work.credits;
  if (first!.artist === VARIOUS) return MB_VARIOUS.id;
  const random = new Random(mix(world.seed + 3, PURPOSE.spelling, work.index));
  const names = work.credits.map((credit) => printCredit(world, credit, random));
  const main = names[0]!;
  if (others.length === 0 && main.name === mbArtistName(world, first!.artist).text) return main.artist;
  const id = mbCreditIdOfWork(work.index);
  const text = names.map(({ name, join }) => name + join).join('');
  tables.row(
    'artist_credit',
    `${id}\t${copyText(text)}\t${names.length}\t1\t${STAMP}\t0\t${mbGid(world.seed, 'credit', id)}`,
  );
  names.forEach(({ artist, name, join }, position) => {
    tables.row('artist_credit_name', `${id}\t${position}\t${artist}\t${copyText(name)}\t${copyText(join)}`);
  });
  return id;
}

/** The next work with a master on Discogs. */
function mistakenWork(world: World, work: number): number {
  for (let next = work + 1; next < world.works; next += 1) {
    const { mastered, onDiscogs } = workAt(world, next);
    if (mastered && onDiscogs) return next;
  }
  return work;
}

function writeLinks(world: World, links: LinkWriter, work: Work): void {
  const random = new Random(mix(world.seed + 1, PURPOSE.link, work.index));
  const entity = mbId(work.index);
  if (work.mastered && work.onDiscogs && random.chance(0.45)) {
    const target = random.chance(0.015) ? mistakenWork(world, work.index) : work.index;
    const url = `https://www.discogs.com/master/${discogsId(world.seed, target)}`;
    links.releaseGroupUrl({ type: 'groupDiscogs', entity, url, ended: random.chance(0.01) });
  }
  if (isAlbumInWikidata(world, work) && random.chance(0.6)) {
    links.releaseGroupUrl({
      type: 'groupWikidata',
      entity,
      url: `https://www.wikidata.org/wiki/${albumQid(work.index)}`,
    });
  }
}

/** Credit of a track: an artist that MusicBrainz lacks is `[unknown]` there. */
function trackCredit(world: World, track: Track, ofWork: number): number {
  if (track.artist === null) return ofWork;
  return isInMusicbrainz(world, track.artist) ? mbId(track.artist) : MB_UNKNOWN.id;
}

function prepare(world: World, work: Work, credit: number): PreparedWork {
  const tracks = tracksOf(world, work).map((track, nth) => ({
    title: copyText(mbTitle(world, track.title, work.index * 64 + nth)),
    credit: trackCredit(world, track, credit),
    milliseconds: track.seconds * 1000 + ((work.index * 7 + nth * 131) % 1000),
  }));
  return { work, credit, tracks };
}

function writeRecordings(world: World, tables: TableFolder, { work, tracks }: PreparedWork): void {
  tracks.forEach(({ title, credit, milliseconds }, nth) => {
    const id = mbTrackId(work.index, nth);
    tables.row(
      'recording',
      `${id}\t${mbGid(world.seed, 'recording', id)}\t${title}\t${credit}\t${milliseconds}\t\t0\t${STAMP}\tf`,
    );
  });
}

/** A release group with its recordings and releases, unless MusicBrainz lacks it. */
export function writeWork(world: World, tables: TableFolder, links: LinkWriter, work: Work): void {
  if (!isWorkInMusicbrainz(world, work)) return;
  const credit = writeCredit(world, tables, work);
  const id = mbId(work.index);
  const title = copyText(mbTitle(world, work.title, world.releases + work.index));
  tables.row(
    'release_group',
    `${id}\t${mbGid(world.seed, 'release_group', work.index)}\t${title}\t${credit}\t${PRIMARY[work.kind]}\t\t0\t${STAMP}`,
  );
  const secondary = SECONDARY[work.kind];
  if (secondary !== undefined) tables.row('release_group_secondary_type_join', `${id}\t${secondary}\t${STAMP}`);
  writeLinks(world, links, work);
  const prepared = prepare(world, work, credit);
  writeRecordings(world, tables, prepared);
  writeReleases(world, tables, links, { ...prepared, title });
}
