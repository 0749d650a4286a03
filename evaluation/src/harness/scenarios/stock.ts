import { namesakesOf } from '@deadwax/bench/world/model/homonyms';
import { type Album, creditOf } from '../catalogue/album.ts';
import type { Stock } from '../catalogue/stock.ts';
import type { WorldAlbum } from '../catalogue/world-albums.ts';
import type { Scenario, Withholding } from '../scenario.ts';
import { aim } from '../target.ts';

/** Records of the reference as they are, drawn one by one. */
function drawn<A extends Album>(
  name: string,
  withhold: Withholding,
  list: (stock: Stock) => readonly A[],
  fits: (album: A, stock: Stock) => boolean,
): Scenario {
  return {
    name,
    withhold,
    make: ({ stock, drawings }) => {
      const album = drawings.draw(name, list(stock), (each) => isNamed(each) && fits(each, stock));
      return album === null ? null : { targets: [aim(album)] };
    },
  };
}

/** A credit of no known artist, or a title of signs alone, says too little. */
function isNamed({ title, credits }: Album): boolean {
  return /[\p{L}\p{N}]/u.test(title) && credits.every(({ ids }) => ids.length > 0);
}

const world = (stock: Stock): readonly WorldAlbum[] => stock.worldAlbums;
const real = (stock: Stock): readonly Album[] => stock.realAlbums;

function namesakes({ work, credits }: WorldAlbum, { world: made }: Stock): number {
  const artist = work.credits[0]?.artist ?? -1;
  return credits.length === 1 ? namesakesOf(made, artist).length : 0;
}

/** Where one of two namesakes is missing nothing says that there was another; of three, two are left. */
const ENOUGH_NAMESAKES = 3;

/** Scenarios about the generated world and the real samples: nobody made these to be confused. */
export const stockScenarios: readonly Scenario[] = [
  drawn('world: records', 'album', world, ({ credits }) => credits.length === 1),
  drawn('world: homonyms', 'album', world, (album, stock) => namesakes(album, stock) > 1),
  drawn('world: homonyms missing', 'artist', world, (album, stock) => namesakes(album, stock) >= ENOUGH_NAMESAKES),
  drawn('world: other scripts', 'either', world, (album) =>
    /[^\p{Script=Latin}\p{Script=Common}]/u.test(creditOf(album)),
  ),
  drawn('world: joint credits', 'album', world, ({ credits }) => credits.length === 2),
  drawn('world: collections', 'album', world, ({ work, credits }) => work.kind === 'best_of' && credits.length === 1),
  drawn('world: various artists', 'album', world, ({ credits }) => credits.length === 0),
  drawn('world: live records', 'album', world, ({ work, credits }) => work.kind === 'live' && credits.length === 1),
  drawn('real: records', 'album', real, ({ credits }) => credits.length === 1),
  drawn('real: artists missing', 'artist', real, ({ credits }) => credits.length === 1),
  drawn('real: joint credits', 'album', real, ({ credits }) => credits.length === 2),
  drawn('real: various artists', 'album', real, ({ credits }) => credits.length === 0),
];
