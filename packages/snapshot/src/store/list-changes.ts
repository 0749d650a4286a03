import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../build/duckdb.ts';
import { quoteText } from '../build/sql.ts';
import { type Manifest, readManifest } from '../manifest.ts';

/** What of an entity a table tells, and by which columns it names the entity. */
interface Aspect {
  readonly table: string;
  readonly aspect: string;
  readonly key: readonly [source: string, id: string];
  /** The columns that count; all of them where none are named. */
  readonly columns?: string;
}

/** The tables that say which entities there are. */
const OWN = ['artist', 'release'];

const aspects: readonly Aspect[] = [
  { table: 'artist', aspect: 'names', key: ['source', 'id'], columns: 'name, comment, matchable' },
  { table: 'artist_name', aspect: 'names', key: ['source', 'artist_id'] },
  { table: 'release', aspect: 'titles', key: ['source', 'id'], columns: 'title, matchable' },
  { table: 'release', aspect: 'publication', key: ['source', 'id'], columns: 'year, country, format' },
  { table: 'release', aspect: 'group', key: ['source', 'id'], columns: 'group_source, group_id, is_main' },
  { table: 'release_title', aspect: 'titles', key: ['source', 'release_id'] },
  { table: 'release_credit', aspect: 'credits', key: ['source', 'release_id'] },
  { table: 'release_label', aspect: 'publication', key: ['source', 'release_id'] },
  { table: 'release_barcode', aspect: 'publication', key: ['source', 'release_id'] },
  { table: 'redirect', aspect: 'redirect', key: ['source', 'old_id'] },
  { table: 'cross_reference', aspect: 'links', key: ['source_a', 'id_a'] },
];

export interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export interface ChangeOptions {
  /** NDJSON: `{"source", "id", "change": "added" | "removed" | "changed", "aspects": […]}`, by source and id. */
  readonly path: string;
  /**
   * Also writes, as NDJSON, the keys under which these entities are or were found: `{"artist"}` of an artist; of a release
   * `{"artist", "title"}` for each name that one credited on it has, `{"title"}` where none is, and `{"source", "id"}` of these artists.
   * Default not.
   */
  readonly keysPath?: string;
  /** Where DuckDB may keep what it cannot hold, in a folder of its own. Default the system's. */
  readonly tempRoot?: string;
  /** DuckDB's memory limit. Default `1GB`. */
  readonly memoryLimit?: string;
  /** Ends the comparison: it rejects, and leaves nothing but the files it was to write. Default none. */
  readonly signal?: AbortSignal;
}

/** A line of `keysPath`. */
export interface ChangedKey {
  readonly artist: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly id: string | null;
}

/** Writes every entity that one snapshot tells otherwise than another, and counts them. */
export async function listChanges(before: string, after: string, options: ChangeOptions): Promise<ChangeCounts> {
  const { signal, memoryLimit, tempRoot = tmpdir() } = options;
  const [old, young] = [await readManifest(before), await readManifest(after)];
  const folder = await mkdtemp(join(tempRoot, 'deadwax-changes-'));
  try {
    const workbench = await openWorkbench({ folder, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
    const interrupt = () => workbench.interrupt();
    signal?.addEventListener('abort', interrupt);
    const run = async (sql: string) => {
      signal?.throwIfAborted();
      await workbench.run(sql);
    };
    try {
      await findChanges(run, { manifest: old, folder: before }, { manifest: young, folder: after });
      await writeChanges(run, options, [keysOf(old, before), keysOf(young, after)]);
      return await countChanges(workbench);
    } finally {
      signal?.removeEventListener('abort', interrupt);
      workbench.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = Workbench['run'];

interface Side {
  readonly manifest: Manifest;
  readonly folder: string;
}

async function findChanges(run: Run, old: Side, young: Side): Promise<void> {
  await run('CREATE TABLE change (source VARCHAR, id VARCHAR, aspect VARCHAR, own UTINYINT, side VARCHAR)');
  for (const aspect of aspects) {
    if (old.manifest.authority[aspect.table]?.sha256 === young.manifest.authority[aspect.table]?.sha256) continue;
    const paths = [old, young].map(({ manifest, folder }) => pathOf(manifest, folder, aspect));
    await addChanges(run, aspect, paths as [string, string]);
  }
}

async function writeChanges(run: Run, options: ChangeOptions, keys: readonly [string, string]): Promise<void> {
  await run(`COPY (SELECT * FROM (${listed}) ORDER BY source, id) TO ${quoteText(options.path)} (FORMAT json)`);
  if (options.keysPath === undefined) return;
  const sides = keys.join(' UNION ALL ');
  await run(
    `COPY (SELECT DISTINCT artist, title, source, id FROM (${sides})) TO ${quoteText(options.keysPath)} (FORMAT json)`,
  );
}

async function countChanges(workbench: Workbench): Promise<ChangeCounts> {
  const counts = await workbench.rows(`SELECT change, count(*) AS entities FROM (${listed}) GROUP BY change`);
  const of = (change: string) => Number(counts.find((row) => row.change === change)?.entities ?? 0);
  return { added: of('added'), removed: of('removed'), changed: of('changed') };
}

/** An entity is new or gone where the table of its own says so; whatever else is told of it is then no further change. */
const listed = `
  SELECT source, id, coalesce(any_value(side) FILTER (WHERE own = 1 AND side <> 'changed'), 'changed') AS change, list(DISTINCT aspect ORDER BY aspect) AS aspects
  FROM change GROUP BY source, id`;

/** Those of placeholders are left out: nothing is found by them. */
function keysOf(manifest: Manifest, folder: string): string {
  const table = (name: string) => `read_parquet(${quoteText(pathOf(manifest, folder, { table: name }))})`;
  const changed = '(SELECT DISTINCT source, id FROM change) c';
  const titles = `(SELECT source, id, title_key FROM ${table('release')} UNION SELECT source, release_id, title_key FROM ${table('release_title')}) t`;
  const titled = `${changed} JOIN ${titles} USING (source, id)`;
  const credited = `${table('release_credit')} r ON r.source = t.source AND r.release_id = t.id AND r.artist_key <> ''`;
  return `
    SELECT n.artist_key AS artist, NULL::VARCHAR AS title, NULL::VARCHAR AS source, NULL::VARCHAR AS id
    FROM ${changed} JOIN ${table('artist')} a USING (source, id) JOIN ${table('artist_name')} n ON n.source = a.source AND n.artist_id = a.id
    WHERE a.matchable AND n.artist_key <> ''
    UNION ALL
    SELECT r.artist_key, t.title_key, NULL, NULL FROM ${titled} LEFT JOIN ${credited} WHERE t.title_key <> ''
    UNION ALL
    SELECT n.artist_key, t.title_key, NULL, NULL FROM ${titled} JOIN ${credited}
    JOIN ${table('artist_name')} n ON n.source = r.artist_source AND n.artist_id = r.artist_id
    WHERE t.title_key <> '' AND n.artist_key <> ''
    UNION ALL
    SELECT NULL, NULL, r.artist_source, r.artist_id
    FROM ${changed} JOIN ${table('release_credit')} r ON r.source = c.source AND r.release_id = c.id WHERE r.artist_id IS NOT NULL`;
}

function pathOf(manifest: Manifest, folder: string, { table }: Pick<Aspect, 'table'>): string {
  return join(folder, manifest.authority[table]?.file ?? `authority/${table}.parquet`);
}

async function addChanges(run: Run, aspect: Aspect, paths: readonly [string, string]): Promise<void> {
  const [source, id] = aspect.key;
  const value = aspect.columns === undefined ? 't' : `row(${aspect.columns})`;
  const side = (path: string) =>
    `SELECT ${source} AS source, ${id} AS id, sum(hash(${value})::HUGEINT) AS h FROM read_parquet(${quoteText(path)}) t GROUP BY ALL`;
  await run(`
    INSERT INTO change
    SELECT coalesce(n.source, o.source), coalesce(n.id, o.id), '${aspect.aspect}', ${OWN.includes(aspect.table) ? 1 : 0},
      CASE WHEN o.id IS NULL THEN 'added' WHEN n.id IS NULL THEN 'removed' ELSE 'changed' END
    FROM (${side(paths[0])}) o FULL JOIN (${side(paths[1])}) n ON n.source = o.source AND n.id = o.id
    WHERE o.h IS DISTINCT FROM n.h`);
}
