/** Longest text that is filed, in letters. */
export const LONGEST = 1000;

/** The parts of a text from one to another, that one left out. */
type Run = readonly [from: number, to: number];

/** Parts that are filed together: one run of them, or two. */
export interface Share {
  readonly runs: readonly [Run] | readonly [Run, Run];
  /** Edits for which these are looked up; fewer leave others whole. */
  readonly edits: 1 | 2;
}

/** How texts of some lengths, in letters, are filed. */
export interface Shape {
  readonly least: number;
  readonly most: number;
  readonly edits: 1 | 2;
  readonly parts: number;
  /** Letters between parts that belong to neither, so that a swap of neighbours changes one part only. */
  readonly gap: 0 | 1;
  /** None: filed whole and with each letter taken out. */
  readonly shares: readonly Share[];
}

/** Shapes by length, the shortest texts first. Part of the file format: a change needs a new index version. */
export type Filing = readonly Shape[];

const withoutALetter = { edits: 1, parts: 1, gap: 0, shares: [] } as const;
const run = (from: number, to: number): readonly [Run] => [[from, to]];

/**
 * Keys of seven letters and more are found within two edits, shorter ones within one. Of four parts two edits leave two whole;
 * of five the first two, or else two of the last three: fewer shares of fewer letters, which do for a long text.
 */
export const keyFiling: Filing = [
  { least: 4, most: 6, ...withoutALetter },
  {
    least: 7,
    most: 18,
    edits: 2,
    parts: 4,
    gap: 0,
    shares: [
      { runs: run(0, 2), edits: 1 },
      { runs: run(2, 4), edits: 1 },
      { runs: [...run(0, 1), ...run(3, 4)], edits: 1 },
      { runs: run(1, 3), edits: 2 },
      { runs: [...run(0, 1), ...run(2, 3)], edits: 2 },
      { runs: [...run(1, 2), ...run(3, 4)], edits: 2 },
    ],
  },
  {
    least: 19,
    most: LONGEST,
    edits: 2,
    parts: 5,
    gap: 1,
    shares: [
      { runs: run(0, 2), edits: 1 },
      { runs: run(3, 5), edits: 1 },
      { runs: run(2, 4), edits: 2 },
      { runs: [...run(2, 3), ...run(4, 5)], edits: 2 },
    ],
  },
];

/** Words are found within one edit. */
export const wordFiling: Filing = [
  { least: 2, most: 10, ...withoutALetter },
  {
    least: 11,
    most: LONGEST,
    edits: 1,
    parts: 2,
    gap: 1,
    shares: [
      { runs: run(0, 1), edits: 1 },
      { runs: run(1, 2), edits: 1 },
    ],
  },
];

/** Edits within which texts of a length are found. */
export function editsOf(filing: Filing, length: number): number {
  return shapeOf(filing, length)?.edits ?? 0;
}

export function shapeOf(filing: Filing, length: number): Shape | undefined {
  return filing.find(({ least, most }) => length >= least && length <= most);
}
