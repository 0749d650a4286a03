import { InvalidArgumentError } from 'commander';

/** Reads an argument as a whole number within bounds; commander tells the person where it is none. */
export function parseNumber({ least, most }: { least: number; most: number }): (text: string) => number {
  return (text) => {
    const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`A whole number is wanted, ${least} to ${most}.`);
  };
}

export const parseLibraryId = parseNumber({ least: 1, most: 2_147_483_647 });
export const parseRunId = parseNumber({ least: 1, most: Number.MAX_SAFE_INTEGER });
