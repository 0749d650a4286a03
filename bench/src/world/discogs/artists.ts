import { bandcampSlug, isOnDiscogs, pagesOf, variantsOf } from '../model/artist.ts';
import { DISCOGS_VARIOUS, discogsId, spotifyId } from '../model/ids.ts';
import { aliasesOf, groupsOf, membersOf, styleOf } from '../model/kinship.ts';
import { artistNameOf, discogsArtistName } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import { popularityOf } from '../model/sizes.ts';
import type { World } from '../model/world.ts';
import { element, escapeText, wrap } from '../output/xml.ts';
import { mix, Random } from '../random.ts';

/** Artists that Discogs keeps for every unknown and every compilation. */
export const SPECIAL_ARTISTS = `<artist><id>${DISCOGS_VARIOUS}</id><name>Various</name><profile>Generated sample data: no record here is real.</profile><data_quality>Generated</data_quality></artist>
<artist><id>355</id><name>Unknown Artist</name><data_quality>Generated</data_quality></artist>
`;

function reference(world: World, artist: number): string {
  return `<name id="${discogsId(world.seed, artist)}">${escapeText(discogsArtistName(world, artist))}</name>`;
}

function references(world: World, tag: string, artists: readonly number[]): string {
  return wrap(tag, artists.map((each) => reference(world, each)).join(''));
}

function urlsOf(world: World, artist: number, random: Random): string[] {
  if (!random.chance(0.11 + 0.15 * popularityOf(world.seed, artist))) return [];
  const pages = pagesOf(world, artist);
  const slug = bandcampSlug(world, artist);
  const urls = [`https://www.facebook.com/${slug}`];
  if (pages.bandcamp) urls.push(random.chance(0.8) ? `https://${slug}.bandcamp.com` : `${slug}.bandcamp.com/`);
  if (pages.spotify && random.chance(0.06))
    urls.push(`https://open.spotify.com/artist/${spotifyId(world.seed, 'artist', artist)}`);
  if (random.chance(0.4)) urls.push(`http://myspace.com/${slug}`);
  if (random.chance(0.4)) urls.push(`https://soundcloud.com/${slug}`);
  if (random.chance(0.2))
    urls.push(`https://en.wikipedia.org/wiki/${artistNameOf(world, artist).latin.replaceAll(' ', '_')}`);
  return urls;
}

function profileOf(world: World, artist: number, random: Random): string {
  if (!random.chance(0.2)) return '';
  const name = discogsArtistName(world, random.below(world.artists));
  const start = random.between(1950, 2015);
  return random.chance(0.5)
    ? `Generated artist, active since ${start}.\nWorked with [a=${name}] and for [l=Deadwax Sample Pressings].`
    : `Generated artist. [b]Not[/b] to be confused with [a${discogsId(world.seed, artist)}].`;
}

/** One record, one line; null for an artist Discogs does not know. */
export function artistXml(world: World, artist: number): string | null {
  if (!isOnDiscogs(world, artist)) return null;
  const random = new Random(mix(world.seed, PURPOSE.artist, artist + world.artists));
  const name = artistNameOf(world, artist);
  const real = styleOf(world, artist) === 'person' && random.chance(0.2) ? name.latin : '';
  const urls = urlsOf(world, artist, random).map((url) => element('url', url));
  const variations = variantsOf(world, artist, name).map((variant) => element('name', variant));
  return `<artist><id>${discogsId(world.seed, artist)}</id>${element('name', discogsArtistName(world, artist))}${element('realname', real)}${element('profile', profileOf(world, artist, random))}<data_quality>Generated</data_quality>${wrap('urls', urls.join(''))}${wrap('namevariations', variations.join(''))}${references(world, 'aliases', aliasesOf(world, artist))}${references(world, 'groups', groupsOf(world, artist))}${references(world, 'members', membersOf(world, artist))}</artist>\n`;
}
