import type { TextLevel } from '@deadwax/linkage/compare/compare-keys';
import type { ArtistRewriting } from '@deadwax/linkage/variants/artist-variants';
import type { TitleRewriting } from '@deadwax/linkage/variants/title-variants';
import type { NameRole } from '@deadwax/sources/authority';

/**
 * A name in an authority that is like the row's artist, and how it was reached. Written with its fields in this order everywhere:
 * what reads many of them is slower where they differ in it.
 */
export interface NameEvidence {
  readonly artist: number;
  readonly role: NameRole;
  readonly text: string;
  /** Closest form in which an equal name agrees; `none` for a name that is only like. */
  readonly form: 'match' | 'identity' | 'key' | 'none';
  readonly rewriting: ArtistRewriting;
  /** Key of the row's spelling that it was compared with. */
  readonly typed: string;
  readonly level: TextLevel;
  /** 0 to 1. */
  readonly similarity: number;
}

/** A title in an authority that is like the row's. */
export interface TitleEvidence {
  /** Place in the index's title keys. */
  readonly title: number;
  readonly rewriting: TitleRewriting;
  readonly level: TextLevel;
}
