/** What a column of a library can be read as. */
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

export type ColumnField = (typeof columnFields)[number];

/** Index of the column each field is read from; a field that is not there has none. */
export type ColumnMap = Readonly<Partial<Record<ColumnField, number>>>;
