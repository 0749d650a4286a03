import type { TextLevel } from '@deadwax/linkage/compare/compare-keys';
import type { ArtistPass } from './artist-pass.ts';

const fuzzy = (level: TextLevel): ArtistPass => ({
  name: level,
  method: 'trigram',
  accepts: (name) => name.level === level,
});

/** Alike letter by letter or word by word; each level is weighed on its own. */
export const fuzzyPasses: readonly ArtistPass[] = (
  [
    'rewritten',
    'one_edit',
    'reordered',
    'two_edits',
    'very_close',
    'close',
    'begun',
    'contained',
    'near',
    'overlapping',
  ] as const
).map(fuzzy);
