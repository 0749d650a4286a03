import { bandcampSlug, isOnDiscogs, pagesOf, variantsOf } from '../model/artist.ts';
import { appleId, artistQid, discogsId, MB_UNKNOWN, MB_VARIOUS, mbGid, mbId, spotifyId } from '../model/ids.ts';
import { cultureOf, membersOf, styleOf } from '../model/kinship.ts';
import { PURPOSE } from '../model/purposes.ts';
import { popularityOf } from '../model/sizes.ts';
import { isArtistInWikidata, isInMusicbrainz, mistakenFor } from '../model/twins.ts';
import type { World } from '../model/world.ts';
import type { ArtistName } from '../names/artist-name.ts';
import { sortForm } from '../names/variants.ts';
import { copyText, NULL } from '../output/copy-text.ts';
import type { TableFolder } from '../output/table-folder.ts';
import { mix, Random } from '../random.ts';
import { type LinkWriter, STAMP } from './links.ts';
import { areaId } from './small-tables.ts';
import { disambiguation, mbArtistName } from './spelling.ts';

const NO_DATE = `${NULL}\t${NULL}\t${NULL}`;

interface CreditRow {
  readonly id: number;
  readonly gid: string;
  readonly artist: number;
  readonly name: string;
}

/** Credit of one artist under its own name; it has the artist's number. */
function writeOwnCredit(tables: TableFolder, { id, gid, artist, name }: CreditRow): void {
  tables.row('artist_credit', `${id}\t${copyText(name)}\t1\t1\t${STAMP}\t0\t${gid}`);
  tables.row('artist_credit_name', `${id}\t0\t${artist}\t${copyText(name)}\t`);
}

export function writeSpecialArtists(world: World, tables: TableFolder): void {
  for (const [{ id, gid }, name, comment] of [
    [MB_VARIOUS, 'Various Artists', 'add compilations to this artist'],
    [MB_UNKNOWN, '[unknown]', 'Special Purpose Artist'],
  ] as const) {
    tables.row(
      'artist',
      `${id}\t${gid}\t${name}\t${name}\t${NO_DATE}\t${NO_DATE}\t3\t${NULL}\t${NULL}\t${comment}\t0\t${STAMP}\tf\t${NULL}\t${NULL}`,
    );
    writeOwnCredit(tables, { id, gid: mbGid(world.seed, 'credit', id - 1_000_000 + 2 ** 31), artist: id, name });
  }
}

function writeAliases(world: World, tables: TableFolder, artist: number, name: ArtistName): void {
  const random = new Random(mix(world.seed + 2, PURPOSE.spelling, artist));
  const language = cultureOf(world, artist).language;
  const rows: [text: string, locale: string, type: number][] = variantsOf(world, artist)
    .filter((variant) => variant !== name.text && random.chance(0.6))
    .map((variant) => [variant, NULL, random.chance(0.2) ? 3 : 1]);
  if (name.text !== name.latin) rows.push([name.latin, 'en', 1]);
  if (random.chance(0.05)) rows.push([name.text, language, 1]);
  rows.forEach(([text, locale, type], k) => {
    const line = `${mbId(artist) * 16 + k}\t${mbId(artist)}\t${copyText(text)}\t${locale}\t0\t${STAMP}\t${type}\t${copyText(text)}\t${NO_DATE}\t${NO_DATE}\t${locale === NULL ? 'f' : 't'}\tf`;
    tables.row('artist_alias', line);
  });
}

/** A Discogs address: one in forty names someone else, one in eighty names nobody for certain, one in eighty has ended. */
function writeDiscogsLink(world: World, links: LinkWriter, artist: number, random: Random): void {
  const linked = isOnDiscogs(world, artist) && random.chance(0.15 + 0.5 * popularityOf(world.seed, artist));
  const fate = random.next();
  if (!linked) return;
  const entity = mbId(artist);
  const address = (target: number) => `https://www.discogs.com/artist/${discogsId(world.seed, target)}`;
  const add = (url: string, ended: boolean) => links.artistUrl({ type: 'artistDiscogs', entity, url, ended });
  if (fate < 0.025) {
    add(address(mistakenFor(world, artist)), false);
    if (fate < 0.008) add(address(artist), false);
  } else if (fate < 0.0375)
    add(`http://www.discogs.com/artist/${mbArtistName(world, artist).latin.replaceAll(' ', '+')}`, false);
  else add(address(artist), fate < 0.05);
}

function writeLinks(world: World, links: LinkWriter, artist: number): void {
  const random = new Random(mix(world.seed, PURPOSE.link, artist));
  const entity = mbId(artist);
  writeDiscogsLink(world, links, artist, random);
  const { bandcamp, spotify, apple } = pagesOf(world, artist);
  if (isArtistInWikidata(world, artist) && random.chance(0.6)) {
    const wrong = random.chance(0.02) ? mistakenFor(world, artist) : artist;
    const target = isArtistInWikidata(world, wrong) ? wrong : artist;
    links.artistUrl({ type: 'artistWikidata', entity, url: `https://www.wikidata.org/wiki/${artistQid(target)}` });
  }
  if (spotify && random.chance(0.5)) {
    const url = `https://open.spotify.com/artist/${spotifyId(world.seed, 'artist', artist)}`;
    links.artistUrl({ type: 'artistStreaming', entity, url, ended: random.chance(0.02) });
  }
  if (apple && random.chance(0.25)) {
    links.artistUrl({
      type: 'artistPurchase',
      entity,
      url: `https://music.apple.com/us/artist/${appleId('artist', artist)}`,
    });
  }
  if (bandcamp && random.chance(0.6)) {
    links.artistUrl({ type: 'artistBandcamp', entity, url: `https://${bandcampSlug(world, artist)}.bandcamp.com/` });
  }
}

export function hasOldGid(world: World, artist: number): boolean {
  return mix(world.seed, PURPOSE.link + 1000, artist) % 100 === 0;
}

export function writeArtist(world: World, tables: TableFolder, links: LinkWriter, artist: number): void {
  if (!isInMusicbrainz(world, artist)) return;
  const random = new Random(mix(world.seed, PURPOSE.twin + 500, artist));
  const name = mbArtistName(world, artist);
  const id = mbId(artist);
  const isGroup = styleOf(world, artist) === 'group';
  const begin = random.chance(0.5) ? `${random.between(1920, 2005)}\t${NULL}\t${NULL}` : NO_DATE;
  const type = random.chance(0.2) ? NULL : isGroup ? '2' : '1';
  const gender = isGroup || random.chance(0.3) ? NULL : String(random.between(1, 2));
  const area = random.chance(0.7) ? String(areaId(cultureOf(world, artist).country)) : NULL;
  tables.row(
    'artist',
    `${id}\t${mbGid(world.seed, 'artist', artist)}\t${copyText(name.text)}\t${copyText(sortForm(name))}\t${begin}\t${NO_DATE}\t${type}\t${area}\t${gender}\t${disambiguation(world, artist)}\t0\t${STAMP}\tf\t${NULL}\t${NULL}`,
  );
  writeOwnCredit(tables, { id, gid: mbGid(world.seed, 'credit', artist), artist: id, name: name.text });
  writeAliases(world, tables, artist, name);
  if (hasOldGid(world, artist))
    tables.row('artist_gid_redirect', `${mbGid(world.seed, 'old_artist', artist)}\t${id}\t${STAMP}`);
  writeLinks(world, links, artist);
  for (const member of membersOf(world, artist)) {
    if (isInMusicbrainz(world, member)) links.memberOfBand(mbId(member), id);
  }
}
