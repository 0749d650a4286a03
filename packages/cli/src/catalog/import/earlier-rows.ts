import type { ImportedRow, ImportRow } from '@deadwax/contract/catalog-schemas';

export type Foreseen = Pick<ImportedRow, 'outcome' | 'reason'>;

/**
 * What earlier pages of a file said. The catalog sees a page at a time: without this a record that stands twice in a long file,
 * once with a label and once without, would be changed to and fro at every import.
 */
export class EarlierRows {
  private readonly ids = new Set<string>();
  private readonly names = new Set<string>();
  private readonly legacyIds = new Set<number>();
  private readonly dryRun: boolean;

  constructor({ dryRun }: { dryRun: boolean }) {
    this.dryRun = dryRun;
  }

  /** What becomes of a row because of an earlier one; null where that is for the catalog to say. */
  foresee(row: ImportRow): Foreseen | null {
    if (row.own_id != null) {
      if (this.ids.has(row.own_id)) return { outcome: 'rejected', reason: 'repeated_id' };
    } else if (this.names.has(nameOf(row))) return { outcome: 'unchanged', reason: null };
    // A dry run takes every page back, so that the catalog knows nothing of the numbers in it.
    const isTaken = this.dryRun && row.legacy_release_id != null && this.legacyIds.has(row.legacy_release_id);
    return isTaken ? { outcome: 'rejected', reason: 'legacy_release_id_taken' } : null;
  }

  /** Notes a row that was taken. */
  note(row: ImportRow): void {
    if (row.own_id != null) this.ids.add(row.own_id);
    else this.names.add(nameOf(row));
    if (this.dryRun && row.legacy_release_id != null) this.legacyIds.add(row.legacy_release_id);
  }
}

/** Narrower than what the catalog takes for the same: accents are left to it. */
function nameOf({ artist_name, album_title, format }: ImportRow): string {
  return JSON.stringify([artist_name, album_title, format ?? null]).toLowerCase();
}
