export interface LibrarySizes {
  readonly artists: number;
  readonly rows: number;
  /** Of the rows, those filed under Various Artists. */
  readonly compilations: number;
  readonly credits: number;
  readonly plays: number;
}

/** A station of forty years. */
export const stationSizes: LibrarySizes = {
  artists: 24_000,
  rows: 64_000,
  compilations: 6300,
  credits: 145_000,
  plays: 2_600_000,
};
