import { openWorkbench, type Workbench } from '@deadwax/snapshot/build/duckdb';
import { quoteText } from '@deadwax/snapshot/build/sql';
import type { Album, Artist, Pressing, RecordId } from './album.ts';
import { looseTitle } from './loose-title.ts';

interface Found {
  readonly source: string;
  readonly id: string;
  readonly group_id: string | null;
  readonly title: string;
  readonly year: number | null;
  readonly format: string | null;
  /** `id` and name of each credit, its join phrase too, by unit and record separators. */
  readonly credits: string;
  readonly label: string | null;
  readonly catalog_number: string | null;
  readonly barcode: string | null;
  /** Of a master: the release that stands for it, though the sample may lack it. */
  readonly main: string | null;
}

/** Real Discogs ids are below those of the generated world. */
const LEAST_MADE_UP = 400_000_000;
const REAL = `TRY_CAST(r.id AS BIGINT) < ${LEAST_MADE_UP}`;

const query = (authority: (table: string) => string) => `
  WITH credit AS (
    SELECT source, release_id, string_agg(coalesce(artist_id, '') || chr(31) || name || chr(31) || coalesce(join_phrase, ''), chr(30) ORDER BY position) AS credits
    FROM ${authority('release_credit')} GROUP BY ALL
  ),
  label AS (SELECT source, release_id, min(label) AS label, min(catalog_number) AS catalog_number FROM ${authority('release_label')} GROUP BY ALL),
  barcode AS (SELECT source, release_id, min(barcode) AS barcode FROM ${authority('release_barcode')} GROUP BY ALL),
  main AS (SELECT id_a AS id, min(id_b) AS main FROM ${authority('cross_reference')} WHERE via_property = 'main_release_id' AND direction = 'asserted' GROUP BY ALL)
  SELECT r.source, r.id, r.group_id, r.title, r.year, r.format, c.credits, l.label, l.catalog_number, b.barcode, m.main
  FROM ${authority('release')} r
  JOIN credit c ON c.source = r.source AND c.release_id = r.id
  LEFT JOIN label l ON l.source = r.source AND l.release_id = r.id
  LEFT JOIN barcode b ON b.source = r.source AND b.release_id = r.id
  LEFT JOIN main m ON r.source = 'discogs_master' AND m.id = r.id
  WHERE r.source IN ('discogs_master', 'discogs_release') AND ${REAL} ORDER BY r.source, r.id`;

/** Albums of the real samples. Entries of one artist under one title are one album, whether or not a master says so. */
export async function listRealAlbums(snapshot: string, spillFolder: string): Promise<Album[]> {
  const workbench = await openWorkbench({ folder: spillFolder });
  try {
    const authority = (table: string) => `read_parquet(${quoteText(`${snapshot}/authority/${table}.parquet`)})`;
    const found = (await workbench.rows(query(authority))) as unknown as Found[];
    return gatherAlbums(found, await readHeadings(workbench, authority));
  } finally {
    workbench.close();
  }
}

interface Heading {
  readonly name: string;
  /** Ids of others that list the name. */
  readonly others: readonly string[];
}

async function readHeadings(
  workbench: Workbench,
  authority: (table: string) => string,
): Promise<ReadonlyMap<string, Heading>> {
  const rows = await workbench.rows(`
    SELECT r.id, r.name, coalesce(string_agg(DISTINCT n.artist_id, ' '), '') AS others
    FROM ${authority('artist')} r
    LEFT JOIN ${authority('artist_name')} n ON n.source = r.source AND n.artist_key = artist_key(r.name)
      AND n.artist_id <> r.id AND n.role <> 'preferred' AND TRY_CAST(n.artist_id AS BIGINT) < ${LEAST_MADE_UP}
    WHERE r.source = 'discogs_artist' AND ${REAL} GROUP BY ALL`);
  return new Map(
    rows.map(({ id, name, others }) => [
      String(id),
      { name: String(name), others: String(others).split(' ').filter(Boolean) },
    ]),
  );
}

const VARIOUS = '194';
/** How older dumps write that a release has none. */
const NO_MASTER = '0';

function gatherAlbums(found: readonly Found[], headings: ReadonlyMap<string, Heading>): Album[] {
  const masters = new Map(found.filter(({ source }) => source === 'discogs_master').map((each) => [each.id, each]));
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const named = (each.group_id === null ? undefined : masters.get(each.group_id)) ?? each;
    const artists = creditsOf(named).map(({ id }) => id);
    if (artists.includes('')) continue;
    const key = `${artists.toSorted().join(' ')} ${looseTitle(named.title)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((entries) => toAlbum(entries, headings));
}

interface Credited {
  readonly id: string;
  readonly name: string;
  readonly join: string;
}

function creditsOf({ credits }: Found): Credited[] {
  return credits.split('\u001e').map((credit) => {
    const [id = '', name = '', join = ''] = credit.split('\u001f');
    return { id, name, join };
  });
}

function toAlbum(entries: readonly Found[], headings: ReadonlyMap<string, Heading>): Album {
  const [first] = entries as [Found];
  const credits = creditsOf(first);
  const isVarious = credits[0]?.id === VARIOUS;
  const pressings = entries
    .filter(({ source }) => source === 'discogs_release')
    .map(
      (each): Pressing => ({
        discogsId: each.id,
        year: each.year === null ? null : Number(each.year),
        label: each.label,
        catalogNumber: each.catalog_number,
        barcode: each.barcode,
        format: each.format,
      }),
    );
  return {
    origin: 'real',
    title: first.title,
    year: first.year === null ? null : Number(first.year),
    credits: isVarious ? [] : credits.map(({ id, name }) => realArtist(id, headings.get(id) ?? { name, others: [] })),
    joiner: joinerOf(credits[0]?.join ?? ''),
    pressings,
    ids: [...new Set(entries.flatMap(idsOf))],
  };
}

/** The entry itself, its master, and the release that stands for it. */
function idsOf({ source, id, group_id: group, main }: Found): RecordId[] {
  const ids = [`${source} ${id}`];
  if (group !== null && group !== NO_MASTER) ids.push(`discogs_master ${group}`);
  if (main !== null) ids.push(`discogs_release ${main}`);
  return ids;
}

function realArtist(id: string, { name, others }: Heading): Artist {
  return {
    name: name.replace(/ \(\d+\)$/, ''),
    ids: [`discogs_artist ${id}`],
    namedSo: others.map((other) => `discogs_artist ${other}`),
  };
}

function joinerOf(join: string): string {
  return join === '' || join === ',' ? ', ' : ` ${join.trim()} `;
}
