import { bandcampSlug, isOnDiscogs, pagesOf, variantsOf } from '../model/artist.ts';
import { appleId, artistQid, discogsId, mbGid, spotifyId } from '../model/ids.ts';
import { cultureOf, styleOf } from '../model/kinship.ts';
import { artistNameOf } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import { isArtistInWikidata, isInMusicbrainz, mistakenFor } from '../model/twins.ts';
import type { World } from '../model/world.ts';
import { hasOldGid } from '../musicbrainz/artists.ts';
import { mix, Random } from '../random.ts';
import { type Entity, entityLine } from './entity.ts';
import { Claims } from './statement.ts';

const OCCUPATIONS = ['Q639669', 'Q177220', 'Q488205', 'Q36834', 'Q130857', 'Q855091'];

/** Some say more than one thing, some say nothing, a few are wrong. */
function addDiscogs(world: World, claims: Claims, artist: number, random: Random): void {
  const own = String(discogsId(world.seed, artist));
  const other = String(discogsId(world.seed, mistakenFor(world, artist)));
  const fate = random.next();
  if (!isOnDiscogs(world, artist)) {
    if (fate < 0.5) claims.noValue('P1953');
  } else if (fate < 0.2) return;
  else if (fate < 0.225) claims.identifier('P1953', other);
  else if (fate < 0.255) {
    claims.identifier('P1953', own, 'preferred');
    claims.identifier('P1953', other);
  } else if (fate < 0.285) {
    claims.identifier('P1953', other, 'deprecated');
    claims.identifier('P1953', own);
  } else if (fate < 0.3) claims.identifier('P1953', `artist/${own}`);
  else if (fate < 0.315) claims.noValue('P1953');
  else claims.identifier('P1953', own);
}

function addMusicbrainz(world: World, claims: Claims, artist: number, random: Random): void {
  if (!isInMusicbrainz(world, artist) || random.chance(0.1)) return;
  const wrong = random.chance(0.012) ? mistakenFor(world, artist) : artist;
  const target = isInMusicbrainz(world, wrong) ? wrong : artist;
  const old = target === artist && hasOldGid(world, artist) && random.chance(0.5);
  claims.identifier('P434', mbGid(world.seed, old ? 'old_artist' : 'artist', target));
}

function claimsOf(world: World, artist: number): Claims {
  const random = new Random(mix(world.seed + 2, PURPOSE.wikidata, artist));
  const claims = new Claims(artistQid(artist));
  if (styleOf(world, artist) === 'group') claims.item('P31', 'Q215380');
  else {
    claims.item('P31', 'Q5');
    claims.item('P106', random.pick(OCCUPATIONS));
  }
  addMusicbrainz(world, claims, artist, random);
  addDiscogs(world, claims, artist, random);
  const { bandcamp, spotify, apple } = pagesOf(world, artist);
  if (spotify && random.chance(0.7)) claims.identifier('P1902', spotifyId(world.seed, 'artist', artist));
  if (apple && random.chance(0.5)) claims.identifier('P2850', appleId('artist', artist));
  if (bandcamp && random.chance(0.5)) claims.identifier('P3283', bandcampSlug(world, artist));
  return claims;
}

/** The artist's item, as a line; null when there is none. */
export function artistEntity(world: World, artist: number): string | null {
  if (!isArtistInWikidata(world, artist)) return null;
  const { text, latin } = artistNameOf(world, artist);
  const { language, country } = cultureOf(world, artist);
  const variants = variantsOf(world, artist);
  const entity: Entity = {
    qid: artistQid(artist),
    labels: { en: latin, [language]: text, ...(artist % 3 === 0 ? { de: latin, fr: latin } : {}) },
    description: `generated ${styleOf(world, artist) === 'group' ? 'group' : 'musician'} (${country}); Deadwax sample data`,
    aliases:
      variants.length === 0 ? {} : { en: variants.slice(0, 3), ...(text === latin ? {} : { [language]: [latin] }) },
    claims: claimsOf(world, artist),
  };
  return entityLine(entity);
}
