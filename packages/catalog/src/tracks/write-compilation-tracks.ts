import type { CatalogDatabase } from '../database/tables.ts';
import type { AnsweredRow } from '../identity/apply-verdicts.ts';

export interface WrittenTracks {
  readonly written: number;
  /** Answers on tracks that no credit of the library bears. */
  readonly unmatched: number;
}

export async function writeCompilationTracks(
  _db: CatalogDatabase,
  _answers: readonly AnsweredRow[],
): Promise<WrittenTracks> {
  return { written: 0, unmatched: 0 };
}
