import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { askAgain } from '../push/ask-again.ts';
import { findKnownRows, findLegacyIds, type KnownRow } from './find-known-rows.ts';
import { type FieldFault, findFieldFault, type LibraryFields } from './library-fields.ts';
import { ensureArtists, ensureNamed, lockArtists } from './named.ts';
import { writeAliases } from './write-aliases.ts';
import { compareQuestion, isSameRow, type StoredFields, toStored, writeRows } from './write-rows.ts';

/** A row of an imported file. */
export interface ImportRow extends Omit<LibraryFields, 'isCompilation'> {
  /** Null where the file leaves it open; undefined where it has no such column, and what is known of it stands. */
  readonly isCompilation: LibraryFields['isCompilation'] | undefined;
  /** Where it stands in the file, for the report. */
  readonly line: number;
  /** The row's own id in the file; null where it has none. */
  readonly ownId: string | null;
  readonly legacy: {
    readonly canonicalEntityId: string;
    readonly confidence: number | null;
    readonly resolvedAt: string | null;
  } | null;
}

export type ImportFault = FieldFault | 'repeated_id' | 'deleted_by_hand' | 'legacy_release_id_taken';

export interface ImportedRow {
  readonly line: number;
  readonly libraryId: number | null;
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'rejected';
  readonly reason: ImportFault | null;
}

/**
 * Takes rows of a file into the library, in the caller's transaction. A row is known again by its own id, else by artist, title
 * and format; what is known and the same is left alone, so a file may be imported any number of times. New rows wait for the
 * next pull; known ones of which something else is to be asked are asked about again at once.
 */
export async function importRows(
  transaction: CatalogDatabase,
  queue: PgBoss,
  rows: readonly ImportRow[],
): Promise<ImportedRow[]> {
  const results = new Map<number, ImportedRow>();
  const settle = (
    place: number,
    libraryId: number | null,
    outcome: ImportedRow['outcome'],
    reason: ImportFault | null = null,
  ) => results.set(place, { line: rows[place]?.line ?? 0, libraryId, outcome, reason });
  await lockArtists(transaction);
  const denied = await listDenied(transaction, rows);
  const seen = new Set<string>();
  const sound = [...rows.entries()].filter(([place, row]) => {
    const fault = findFieldFault(row) ?? findRowFault(row, seen, denied);
    if (fault !== null) settle(place, null, 'rejected', fault);
    return fault === null;
  });
  const stored = await storeReferences(
    transaction,
    sound.map(([, row]) => row),
  );
  const found = await findKnownRows(transaction, stored);
  const takenBy = await listTaken(transaction, stored);
  // Rows that the file names by their ids: what it says of them without, it says twice.
  const named = new Set(found.flatMap(({ known }, at) => (known && stored[at]?.import_key ? [known.id] : [])));
  const added: { place: number; row: StoredFields }[] = [];
  const updated: { place: number; row: StoredFields; known: KnownRow }[] = [];
  const twins: { place: number; first: number }[] = [];
  for (const [at, [place, { isCompilation }]] of sound.entries()) {
    const { known, twin, denied } = found[at] ?? { known: null, twin: null, denied: false };
    const row = keepUnsaid(stored[at] as StoredFields, isCompilation, known);
    if (twin !== null) twins.push({ place, first: sound[twin]?.[0] ?? place });
    else if (known !== null && row.import_key === null && named.has(known.id)) settle(place, known.id, 'unchanged');
    else if (known === null && denied) settle(place, null, 'rejected', 'deleted_by_hand');
    else if (isTaken(row, known, takenBy)) settle(place, null, 'rejected', 'legacy_release_id_taken');
    else if (known === null) added.push({ place, row });
    else if (isSameRow(row, known)) settle(place, known.id, 'unchanged');
    else updated.push({ place, row, known });
  }
  const ids = await writeRows(transaction, {
    added: added.map(({ row }) => row),
    updated: updated.map(({ row, known: { id } }) => ({ row, id })),
  });
  for (const [at, { place }] of added.entries()) settle(place, ids[at] ?? null, 'added');
  for (const {
    place,
    known: { id },
  } of updated)
    settle(place, id, 'updated');
  for (const { place, first } of twins) {
    const { libraryId = null, outcome, reason = null } = results.get(first) ?? {};
    settle(place, libraryId, outcome === 'rejected' ? outcome : 'unchanged', reason);
  }
  await askAgain(
    transaction,
    queue,
    updated.flatMap(({ row, known: match }) => {
      const difference = compareQuestion(row, match);
      return difference === 'same' ? [] : [{ libraryId: match.id, rowChanged: difference === 'names' }];
    }),
  );
  const placed = sound.map(([place, row]) => ({ row, libraryId: results.get(place)?.libraryId ?? null }));
  await writeLegacy(transaction, placed);
  await writeAliases(transaction, [...ids, ...updated.map(({ known: { id } }) => id)]);
  return rows.map((_row, place) => results.get(place) as ImportedRow);
}

function findRowFault(
  { ownId }: ImportRow,
  seen: Set<string>,
  denied: ReadonlySet<string>,
): 'repeated_id' | 'deleted_by_hand' | null {
  if (ownId === null) return null;
  if (seen.has(ownId)) return 'repeated_id';
  seen.add(ownId);
  return denied.has(ownId) ? 'deleted_by_hand' : null;
}

async function listDenied(db: CatalogDatabase, rows: readonly ImportRow[]): Promise<ReadonlySet<string>> {
  const keys = rows.filter(({ ownId }) => ownId !== null).map(({ ownId }) => ({ key: ownId }));
  const { rows: denied } = await sql<{ import_key: string }>`
    SELECT import_key FROM library_delete_denylist
    WHERE import_key IN (SELECT key FROM jsonb_to_recordset(${jsonRows(keys)}) AS wanted (key text))`.execute(db);
  return new Set(denied.map(({ import_key }) => import_key));
}

async function storeReferences(db: CatalogDatabase, rows: readonly ImportRow[]): Promise<StoredFields[]> {
  const artists = await ensureArtists(
    db,
    rows.map(({ artistName }) => artistName),
  );
  const formats = await ensureNamed(
    db,
    'format',
    rows.map(({ format }) => format),
  );
  const genres = await ensureNamed(
    db,
    'genre',
    rows.map(({ genre }) => genre),
  );
  const labels = await ensureNamed(
    db,
    'label',
    rows.map(({ label }) => label),
  );
  return rows.map((row) =>
    toStored({ ...row, isCompilation: row.isCompilation ?? null }, { artists, formats, genres, labels }, row.ownId),
  );
}

/** Of a file that has no column for it, what is known of a row stands. */
function keepUnsaid(row: StoredFields, said: ImportRow['isCompilation'], known: KnownRow | null): StoredFields {
  return said === undefined && known !== null ? { ...row, is_compilation: known.is_compilation } : row;
}

/** Which library row holds each number of the older id space. */
async function listTaken(db: CatalogDatabase, rows: readonly StoredFields[]): Promise<Map<number, number>> {
  const wanted = rows.flatMap(({ legacy_release_id: id }) => (id === null ? [] : [id]));
  return wanted.length === 0 ? new Map() : new Map(await findLegacyIds(db, wanted));
}

/** Whether another row holds the number; if none does, this one does from here on. */
function isTaken(row: StoredFields, known: KnownRow | null, takenBy: Map<number, number>): boolean {
  const number = row.legacy_release_id;
  if (number === null) return false;
  const holder = takenBy.get(number);
  if (holder === undefined) {
    // A row of this file that is yet to be added.
    takenBy.set(number, known?.id ?? -1);
    return false;
  }
  return holder !== known?.id;
}

async function writeLegacy(
  db: CatalogDatabase,
  rows: readonly { row: ImportRow; libraryId: number | null }[],
): Promise<void> {
  const legacy = rows.flatMap(({ row, libraryId }) =>
    row.legacy === null || libraryId === null ? [] : [{ library_id: libraryId, ...row.legacy }],
  );
  if (legacy.length === 0) return;
  await sql`
    INSERT INTO legacy_identity (library_id, canonical_entity_id, canonical_entity_confidence, canonical_entity_resolved_at)
    SELECT DISTINCT ON (library_id) library_id, "canonicalEntityId", confidence, "resolvedAt"
    FROM jsonb_to_recordset(${jsonRows(legacy)})
      AS legacy (library_id integer, "canonicalEntityId" text, confidence real, "resolvedAt" timestamptz)
    ORDER BY library_id
    ON CONFLICT (library_id) DO UPDATE SET
      canonical_entity_id = excluded.canonical_entity_id,
      canonical_entity_confidence = excluded.canonical_entity_confidence,
      canonical_entity_resolved_at = excluded.canonical_entity_resolved_at`.execute(db);
}
