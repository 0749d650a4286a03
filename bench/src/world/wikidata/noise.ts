import { PURPOSE } from '../model/purposes.ts';
import type { World } from '../model/world.ts';
import { PLACES } from '../names/words.ts';
import { mix, Random } from '../random.ts';
import { entityLine } from './entity.ts';
import { Claims } from './statement.ts';

const CITY = 'Q515';
const HUMAN = 'Q5';
const POLITICIAN = 'Q82955';
const PAINTING = 'Q3305213';

/** An item that is no music: most of a real dump is such. */
export function noiseEntity(world: World, nth: number): string {
  const random = new Random(mix(world.seed, PURPOSE.noise, nth));
  const qid = `Q${1_900_000_000 + nth}`;
  const claims = new Claims(qid);
  const kind = random.pick([CITY, HUMAN, PAINTING]);
  claims.item('P31', kind);
  if (kind === HUMAN) claims.item('P106', POLITICIAN);
  const name = `${random.pick(PLACES)} ${nth}`;
  return entityLine({
    qid,
    labels: { en: name },
    description: 'generated; no music',
    aliases: {},
    claims: nth % 11 === 0 ? null : claims,
  });
}
