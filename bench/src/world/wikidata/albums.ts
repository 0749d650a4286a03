import { albumQid, appleId, artistQid, discogsId, mbGid, spotifyId } from '../model/ids.ts';
import { PURPOSE } from '../model/purposes.ts';
import { isAlbumInWikidata, isWorkInMusicbrainz } from '../model/twins.ts';
import type { Work } from '../model/work.ts';
import type { World } from '../model/world.ts';
import type { WorkKind } from '../names/title.ts';
import { mix, Random } from '../random.ts';
import { entityLine } from './entity.ts';
import { Claims } from './statement.ts';

const CLASSES: Readonly<Record<WorkKind, string>> = {
  album: 'Q482994',
  ep: 'Q169930',
  single: 'Q134556',
  live: 'Q209939',
  best_of: 'Q222910',
  remixes: 'Q963099',
  soundtrack: 'Q4176708',
  various: 'Q222910',
};

function claimsOf(world: World, work: Work): Claims {
  const random = new Random(mix(world.seed + 3, PURPOSE.wikidata, work.index));
  const claims = new Claims(albumQid(work.index));
  claims.item('P31', CLASSES[work.kind]);
  claims.item('P175', artistQid(work.credits[0]!.artist));
  if (work.year > 0) claims.year('P577', work.year);
  if (isWorkInMusicbrainz(world, work) && random.chance(0.8)) {
    claims.identifier('P436', mbGid(world.seed, 'release_group', work.index));
  }
  if (work.mastered && work.onDiscogs && random.chance(0.65)) {
    claims.identifier('P1954', String(discogsId(world.seed, work.index)));
  }
  if (random.chance(0.4)) claims.identifier('P2205', spotifyId(world.seed, 'album', work.index));
  if (random.chance(0.25)) claims.identifier('P2281', appleId('album', work.index));
  return claims;
}

/** The album's item, as a line; null when there is none. */
export function albumEntity(world: World, work: Work): string | null {
  if (!isAlbumInWikidata(world, work)) return null;
  const { text, latin } = work.title;
  return entityLine({
    qid: albumQid(work.index),
    labels: { en: latin, [work.culture.language]: text },
    description: 'generated album; Deadwax sample data',
    aliases: text === latin ? {} : { [work.culture.language]: [latin] },
    claims: claimsOf(world, work),
  });
}
