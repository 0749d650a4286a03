import type { World } from '@deadwax/bench/world/model/world';
import type { Album } from './album.ts';
import type { WorldAlbum } from './world-albums.ts';

/** The records that stand around the authored ones. */
export interface Stock {
  readonly world: World;
  readonly worldAlbums: readonly WorldAlbum[];
  /** Empty where the samples are absent. */
  readonly realAlbums: readonly Album[];
}
