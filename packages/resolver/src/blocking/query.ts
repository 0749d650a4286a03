import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { classifyCompilation, isUnusableArtist } from '@deadwax/linkage/normalise/classify-compilation';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';

/** One library row made ready for look-ups. */
export interface Query {
  readonly input: BulkResolveInput;
  /** Empty when the row names no usable artist. */
  readonly artistKey: string;
  readonly titleKey: string;
  /** `weak`: looks like various artists, unless an artist of that very name has this album. */
  readonly compilation: 'yes' | 'weak' | 'no';
}

const selfTitled = new Set(['st', 's t', 'self titled', 'selftitled']);

export function createQuery(input: BulkResolveInput): Query {
  const artist = isUnusableArtist(input.artist_name) ? '' : artistKey(input.artist_name);
  const title = titleKey(input.album_title);
  return {
    input,
    artistKey: artist,
    titleKey: selfTitled.has(title) && artist !== '' ? titleKey(input.artist_name) : title,
    compilation: classifyCompilation(input.artist_name, input).compilation,
  };
}
