/** A dump record that could not be used, with where it stands and why. */
export interface QuarantinedRecord {
  readonly file: string;
  /** Byte offset of the record in the uncompressed file; line number for line-based tables is in `line`. */
  readonly offset: number;
  readonly line?: number;
  /** Stable word: `invalid_xml`, `missing_id`, `wrong_column_count`, … */
  readonly reason: string;
  readonly detail?: string;
  /** The first 500 characters of the record. */
  readonly excerpt: string;
}

export interface Quarantine {
  add(record: QuarantinedRecord): void;
  readonly count: number;
}
