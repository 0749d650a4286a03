import type { Workbench } from '@deadwax/snapshot/build/duckdb';
import type { Source } from '@deadwax/sources/source';
import { ARTIST_NAMES, ARTISTS, ROWS_OF_ARTISTS } from './artists.sql.ts';
import { LINKS, RELEASE_CREDITS } from './credits.sql.ts';
import { REDIRECTS, RELEASE_BARCODES, RELEASE_LABELS, RELEASE_TITLES, RELEASES } from './releases.sql.ts';

/**
 * Makes the rows of the uniform tables, as the three sources would give them, one part after the other: joins of all parts at
 * once, with the sorting of their rows, took more than 13 GB for ten million artists.
 */
export async function stageRows({ run }: Pick<Workbench, 'run'>): Promise<Source['authority']> {
  const staged = async (table: string, [first, ...others]: readonly string[]): Promise<string> => {
    await run(`CREATE OR REPLACE TABLE ${table} AS ${first}`);
    for (const part of others) await run(`INSERT INTO ${table} ${part}`);
    return `SELECT * FROM ${table}`;
  };
  return {
    artists: await staged(ROWS_OF_ARTISTS, ARTISTS),
    artistNames: await staged('rows_of_names', ARTIST_NAMES),
    releases: await staged('rows_of_releases', RELEASES),
    releaseTitles: await staged('rows_of_titles', RELEASE_TITLES),
    releaseCredits: await staged('rows_of_credits', RELEASE_CREDITS),
    releaseLabels: await staged('rows_of_labels', RELEASE_LABELS),
    releaseBarcodes: await staged('rows_of_barcodes', RELEASE_BARCODES),
    redirects: await staged('rows_of_redirects', REDIRECTS),
    crossReferences: [{ name: 'world', sql: await staged('rows_of_links', LINKS) }],
  };
}
