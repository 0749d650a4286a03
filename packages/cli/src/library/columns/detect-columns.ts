import { columnError, quote } from './column-error.ts';
import { type ColumnField, type ColumnMap, columnFields } from './column-field.ts';
import { findFields, headerForm } from './header-names.ts';
import type { ColumnChoices } from './parse-map.ts';

export interface Columns {
  /** Whether the first record names the columns. */
  readonly hasHeader: boolean;
  /** Names of the columns; `column_1`, `column_2`, … where the file has none. */
  readonly names: readonly string[];
  readonly map: ColumnMap;
  /** The program that wrote the file, where its columns tell. */
  readonly recognised: string | null;
}

/** Finds the column of each field, by what the person said and else by the names in the header. */
export function detectColumns(
  rows: readonly (readonly string[])[],
  choices: ColumnChoices,
  header: boolean | undefined,
  fields: readonly ColumnField[] = columnFields,
): Columns {
  const first = rows[0] ?? [];
  const hasHeader = header ?? looksLikeHeader(rows, choices, fields);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const names = hasHeader ? [...first] : Array.from({ length: width }, (_, index) => `column_${index + 1}`);
  const shown = hasHeader ? names : [...first];
  const recognised = hasHeader ? recogniseProgram(names) : null;
  const guessed = hasHeader ? guessColumns(names, { choices, fields, isDiscogs: recognised !== null }) : {};
  const map: Partial<Record<ColumnField, number>> = { ...guessed, ...findChosen(choices, names, shown) };
  for (const [field, column] of choices) if (column === null) delete map[field];
  const missing = (['artist', 'album'] as const).filter((field) => map[field] === undefined);
  if (missing.length > 0) throw columnError(explainMissing(missing, hasHeader), shown);
  return { hasHeader, names, map, recognised };
}

function explainMissing(missing: readonly string[], hasHeader: boolean): string {
  const what = missing.map((field) => `the ${field}`).join(' and ');
  return hasHeader
    ? `cannot tell which column is ${what}`
    : `the first line names no column that is known, so it is unclear which column is ${what}`;
}

/**
 * A header names the artist, or two fields, or a column the person named; or it has a word over a column of numbers.
 * One known word alone is none: a record can be called `Release`, and a format `LP`.
 */
function looksLikeHeader(
  rows: readonly (readonly string[])[],
  choices: ColumnChoices,
  fields: readonly ColumnField[],
): boolean {
  const first = rows[0] ?? [];
  const found = new Set(first.flatMap((name) => findFields(name, fields).map(({ field }) => field)));
  if (found.has('artist') || found.size > 1) return true;
  const named = [...choices.values()]
    .filter((choice) => choice !== null && !isNumber(choice))
    .map((name) => headerForm(name!));
  if (first.some((name) => named.includes(headerForm(name)))) return true;
  return first.some((name, column) => isWord(name) && isNumberColumn(rows.slice(1), column));
}

function isWord(text: string): boolean {
  return /\p{L}{3}/u.test(text) && !/^\s*(unknown|none|null|undated)\s*$/i.test(text);
}

function isNumberColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length > 1 && cells.filter(isNumber).length >= cells.length * 0.9;
}

function isNumber(text: string): boolean {
  return /^\s*\d+\s*$/.test(text);
}

/** Discogs names the pressing `release_id`: its own id, not the library's. */
function recogniseProgram(names: readonly string[]): string | null {
  const forms = new Set(names.map(headerForm));
  const has = (...wanted: string[]) => wanted.every((name) => forms.has(headerForm(name)));
  if (!has('release_id', 'artist', 'title', 'label', 'format')) return null;
  if (has('CollectionFolder') || has('Collection Media Condition')) return 'a Discogs collection export';
  if (has('listing_id')) return 'a Discogs inventory export';
  return has('Catalog#', 'Rating', 'Released') ? 'a Discogs export' : null;
}

interface Guessing {
  readonly choices: ColumnChoices;
  readonly fields: readonly ColumnField[];
  readonly isDiscogs: boolean;
}

function guessColumns(
  names: readonly string[],
  { choices, fields, isDiscogs }: Guessing,
): Partial<Record<ColumnField, number>> {
  const best = new Map<ColumnField, { column: number; rank: number }>();
  const taken = new Set(findChosenColumns(choices, names));
  for (const [column, name] of names.entries()) {
    if (taken.has(column)) continue;
    for (const { field, rank } of findFields(name, fields)) {
      if (choices.has(field) || (isDiscogs && field === 'id')) continue;
      const other = best.get(field);
      if (other?.rank === rank && isNeeded(field))
        throw columnError(`there are two columns called ${quote(name)}`, names);
      if (other === undefined || rank < other.rank) best.set(field, { column, rank });
    }
  }
  return settleRivals(best);
}

/** A column is read as one field: as one that is needed where it is the best there is, else as what it is called first. */
function settleRivals(
  best: ReadonlyMap<ColumnField, { column: number; rank: number }>,
): Partial<Record<ColumnField, number>> {
  const worth = (field: ColumnField, rank: number) => (isNeeded(field) ? -1 : rank);
  const settled = [...best].filter(([field, { column, rank }]) =>
    [...best].every(
      ([rival, other]) => rival === field || other.column !== column || worth(field, rank) < worth(rival, other.rank),
    ),
  );
  return Object.fromEntries(settled.map(([field, { column }]) => [field, column]));
}

function isNeeded(field: ColumnField): boolean {
  return field === 'artist' || field === 'album';
}

function findChosenColumns(choices: ColumnChoices, names: readonly string[]): number[] {
  return [...choices.values()].flatMap((choice) => (choice === null ? [] : [findColumn(choice, names)]));
}

function findChosen(
  choices: ColumnChoices,
  names: readonly string[],
  shown: readonly string[],
): Partial<Record<ColumnField, number>> {
  const chosen: Partial<Record<ColumnField, number>> = {};
  for (const [field, choice] of choices) {
    if (choice === null) continue;
    const column = findColumn(choice, names);
    if (column === -1) throw columnError(`there is no column ${quote(choice)} to read the ${field} from`, shown);
    chosen[field] = column;
  }
  return chosen;
}

/** A column by its exact name, its name in any spelling, or its number from 1. */
function findColumn(choice: string, names: readonly string[]): number {
  const exact = names.indexOf(choice);
  if (exact !== -1) return exact;
  const form = headerForm(choice);
  const similar = form === '' ? -1 : names.findIndex((name) => headerForm(name) === form);
  if (similar !== -1) return similar;
  const number = isNumber(choice) ? Number(choice) : 0;
  return number >= 1 && number <= names.length ? number - 1 : -1;
}
