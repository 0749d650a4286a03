import { join } from 'node:path';

/** Folds a name as such queries do: small letters, no marks, no number of a homonym, anything else a space. */
export const folded = (text: string): string =>
  `trim(regexp_replace(lower(strip_accents(regexp_replace(${text}, ' \\(\\d+\\)$', ''))), '[^\\p{L}\\p{N}]+', ' ', 'g'))`;

/** Masters, and releases without one: id, first artist, title. */
export const albums = (tables: string): string => `
  SELECT r.source || ':' || r.id AS id, ${folded('c.name')} AS artist, ${folded('r.title')} AS title
  FROM read_parquet('${join(tables, 'release.parquet')}') r
  JOIN read_parquet('${join(tables, 'release_credit.parquet')}') c ON c.source = r.source AND c.release_id = r.id AND c.position = 1
  WHERE r.source IN ('discogs_master', 'discogs_release') AND r.group_id IS NULL`;

/** The same outside DuckDB. */
export function fold(text: string): string {
  const bare = text
    .replace(/ \(\d+\)$/, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
