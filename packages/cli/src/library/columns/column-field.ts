/** What a column of a library can be read as, to ask what each row is. */
export const columnFields = [
  'artist',
  'album',
  'label',
  'year',
  'format',
  'catalog_number',
  'barcode',
  'is_compilation',
  'shelf_code',
  'id',
  'legacy_release_id',
] as const;

/** What a column can be read as, to keep the rows in a catalog. */
export const keptFields = [
  'artist',
  'album',
  'label',
  'year',
  'format',
  'genre',
  'catalog_number',
  'barcode',
  'is_compilation',
  'shelf_code',
  'code_volume_letters',
  'album_artist',
  'alternate_artist_name',
  'id',
  'legacy_release_id',
  'canonical_entity_id',
  'canonical_entity_confidence',
  'canonical_entity_resolved_at',
] as const;

export type AskedField = (typeof columnFields)[number];
export type KeptField = (typeof keptFields)[number];
export type ColumnField = AskedField | KeptField;

/** Index of the column each field is read from; a field that is not there has none. */
export type ColumnMap = Readonly<Partial<Record<ColumnField, number>>>;
