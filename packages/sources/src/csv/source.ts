import type { Source } from '../source.ts';
import { csvAuthority } from './authority.sql.ts';
import { discoverCsv } from './discover.ts';
import { csvEntities } from './entities.ts';
import { checkName } from './name.ts';
import { readCsv } from './read.ts';
import { CSV_TABLES } from './tables.ts';

/**
 * An authority of the user's own, from one table of artists and releases. Columns: `id`, `kind` (artist or release) and
 * a name (`artist` or `title`) are needed; `artist_id, year, label, catalog_number, barcode, format, variants` may be
 * there, variants with `|` between them.
 *
 * Throws ImportError `bad_name` for a name that is taken or no name.
 */
export function csvSource(name: string): Source {
  checkName(name);
  return {
    name,
    entities: csvEntities(name),
    tables: CSV_TABLES,
    discover: discoverCsv,
    read: readCsv,
    authority: csvAuthority(name),
  };
}
