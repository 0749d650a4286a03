/** `source id`, as the index knows a record. */
export type RecordId = string;

export interface Artist {
  /** As a library would write it: without the number that tells homonyms apart. */
  readonly name: string;
  readonly ids: readonly RecordId[];
  /** Other artists that list this very name as one of theirs. */
  readonly namedSo?: readonly RecordId[];
}

export interface Pressing {
  /** Discogs release, or null where only another source has the record. */
  readonly discogsId: string | null;
  readonly year: number | null;
  readonly label: string | null;
  readonly catalogNumber: string | null;
  readonly barcode: string | null;
  readonly format: string | null;
}

/** One album of the catalogue, whatever source has it: what a verdict is judged against. */
export interface Album {
  /** `authored`: made to be confused; `world`: of the generated world; `real`: of the dump samples. */
  readonly origin: 'authored' | 'world' | 'real';
  readonly title: string;
  readonly year: number | null;
  /** Empty for various artists. */
  readonly credits: readonly Artist[];
  /** Between the credits: ` & `, ` / `. */
  readonly joiner: string;
  readonly pressings: readonly Pressing[];
  /** Every id by which a source has this album or a pressing of it. */
  readonly ids: readonly RecordId[];
}

export function creditOf({ credits, joiner }: Album): string {
  return credits.map(({ name }) => name).join(joiner) || 'Various Artists';
}
