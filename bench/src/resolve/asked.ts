import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A typed row and the album that is meant by it. */
export interface Asked {
  readonly artist: string;
  readonly album: string;
  /** `<source>:<id>` of the album that is meant, null where there is none. */
  readonly release: string | null;
}

/** Of the albums that are there: found, taken for another, not found. */
export interface Judged {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export function readAsked(folder: string, kind: string, rows: number): Asked[] {
  const lines = readFileSync(join(folder, `${kind}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .slice(0, rows);
  return lines.map((line) => JSON.parse(line) as Asked);
}

/** `answer` gives the album that a row was taken for, as `<source>:<id>`; null where none was. */
export function judge(asked: readonly Asked[], answer: (place: number) => string | null): Judged {
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const [place, { release }] of asked.entries()) {
    if (release === null) continue;
    const found = answer(place);
    count[found === null ? 'missed' : found === release ? 'right' : 'wrong'] += 1;
  }
  return count;
}
