import { ALBUM_CLASSES, GROUP_CLASSES, HUMAN, MUSIC_OCCUPATIONS, RECORD_LABEL_CLASS } from './classes.ts';
import { type EntityKind, IDENTIFIER_PROPERTIES } from './properties.ts';

export interface EntityTraits {
  readonly classes: readonly string[];
  readonly occupations: readonly string[];
  /** Properties of its valid identifiers. */
  readonly identifiers: readonly string[];
}

const KIND_OF_PROPERTY: ReadonlyMap<string, EntityKind> = new Map(
  IDENTIFIER_PROPERTIES.map(({ property, of }) => [property, of]),
);

/** What an item is to us, or null for what has nothing to do with records. The class tells before the identifiers do. */
export function classifyEntity({ classes, occupations, identifiers }: EntityTraits): EntityKind | null {
  const kinds = new Set(identifiers.map((property) => KIND_OF_PROPERTY.get(property)));
  if (classes.some((each) => GROUP_CLASSES.has(each))) return 'artist';
  if (classes.some((each) => ALBUM_CLASSES.has(each))) return 'album';
  if (classes.includes(HUMAN)) {
    const isArtist = kinds.has('artist') || occupations.some((each) => MUSIC_OCCUPATIONS.has(each));
    if (isArtist) return 'artist';
    return kinds.size > 0 ? 'other' : null;
  }
  if (kinds.has('artist')) return 'artist';
  if (kinds.has('album')) return 'album';
  if (kinds.has('label') || classes.includes(RECORD_LABEL_CLASS)) return 'label';
  return kinds.has('other') ? 'other' : null;
}
