import type { BulkResolveInput } from '@deadwax/contract/schemas';

/** A library row, as a degradation takes and gives it. */
export interface Row {
  readonly artist_name: string;
  readonly album_title: string;
  readonly label: string | null;
  readonly year: number | null;
  readonly format: string | null;
  readonly catalog_number: string | null;
  readonly barcode: string | null;
}

/** The fields that a row may lack. */
export type Hint = Exclude<keyof Row, 'artist_name' | 'album_title'>;

export const hints: readonly Hint[] = ['label', 'year', 'format', 'catalog_number', 'barcode'];

export function toInput(row: Row, libraryId: number): BulkResolveInput {
  return { library_id: libraryId, ...row };
}
