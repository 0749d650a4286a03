import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { classifyCompilation, isUnusableArtist } from '@deadwax/linkage/normalise/classify-compilation';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import { type ArtistVariant, artistVariants, lostLetterKey } from '@deadwax/linkage/variants/artist-variants';
import { type TitleVariant, titleVariants } from '@deadwax/linkage/variants/title-variants';
import { once } from './once.ts';

/** One library row made ready for look-ups. */
export interface Query {
  readonly input: BulkResolveInput;
  /** Spellings of the artist, surest first; empty when the row names no usable artist. */
  readonly artists: readonly ArtistVariant[];
  /** Spellings of the title, surest first; empty when the row names none. */
  readonly titles: readonly TitleVariant[];
  /** Keys with each lost letter marked, null where none was lost. */
  readonly lost: { readonly artist: string | null; readonly title: string | null };
  /** The key of the title with what stands in its brackets. */
  readonly wholeTitle: () => string;
  /** `weak`: looks like various artists, unless an artist of that very name has this album. */
  readonly compilation: 'yes' | 'weak' | 'no';
}

export function createQuery(input: BulkResolveInput): Query {
  const artists = isUnusableArtist(input.artist_name) ? [] : artistVariants(input.artist_name);
  return {
    input,
    artists,
    titles: titleVariants(input.album_title, artists[0]?.key ?? ''),
    lost: {
      artist: artists.length === 0 ? null : lostLetterKey(input.artist_name, artistKey),
      title: lostLetterKey(input.album_title, titleKey),
    },
    wholeTitle: once(() => wholeKey(input.album_title)),
    compilation: classifyCompilation(input.artist_name, input).compilation,
  };
}

/** The key of a title with what stands in its brackets. */
export function wholeKey(title: string): string {
  return titleKey(title.replace(/[()[\]]/g, ' '));
}
