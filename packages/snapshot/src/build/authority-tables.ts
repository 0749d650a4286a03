import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '@deadwax/platform/progress';
import type { AuthorityQueries, Source } from '@deadwax/sources/source';
import type { TableEntry } from '../manifest.ts';
import type { Workbench } from './duckdb.ts';
import { describeTable, writeParquet } from './parquet.ts';
import { quoteText } from './sql.ts';

/** One for each core of a small machine. */
const TABLES_AT_ONCE = 2;

type QueryName = Exclude<keyof AuthorityQueries, 'crossReferences'>;

interface AuthorityTable {
  readonly name: string;
  readonly query: QueryName;
  /** Columns a source yields, with their types. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns added here, as SQL over a column of the source's. */
  readonly derived: Readonly<Record<string, string>>;
  /** The column that these are made of where the same text comes often in it: they are then made once for each text. */
  readonly repeatedText?: string;
  readonly orderBy: string;
}

/**
 * The uniform tables: the shape in which everything after the readers knows a source. Shorter ids come first, so that numbers come
 * by their value: that is the order of the dumps, and what is sorted already sorts fast.
 */
const authorityTables: readonly AuthorityTable[] = [
  {
    name: 'artist',
    query: 'artists',
    columns: { source: 'VARCHAR', id: 'VARCHAR', name: 'VARCHAR', comment: 'VARCHAR', matchable: 'BOOLEAN' },
    derived: {},
    orderBy: 'source, strlen(id), id, name',
  },
  {
    name: 'artist_name',
    query: 'artistNames',
    columns: { source: 'VARCHAR', artist_id: 'VARCHAR', role: 'VARCHAR', name: 'VARCHAR', related_id: 'VARCHAR' },
    derived: { match_form: 'match_form(name)', artist_key: 'artist_key(name)' },
    orderBy: 'source, strlen(artist_id), artist_id, role, name, related_id NULLS FIRST',
  },
  {
    name: 'release',
    query: 'releases',
    columns: {
      source: 'VARCHAR',
      id: 'VARCHAR',
      grain: 'VARCHAR',
      group_source: 'VARCHAR',
      group_id: 'VARCHAR',
      title: 'VARCHAR',
      year: 'INTEGER',
      country: 'VARCHAR',
      format: 'VARCHAR',
      is_main: 'BOOLEAN',
      matchable: 'BOOLEAN',
    },
    derived: { match_form: 'match_form(title)', title_key: 'title_key(title)' },
    repeatedText: 'title',
    orderBy: 'source, strlen(id), id, title',
  },
  {
    name: 'release_title',
    query: 'releaseTitles',
    columns: { source: 'VARCHAR', release_id: 'VARCHAR', title: 'VARCHAR' },
    derived: { match_form: 'match_form(title)', title_key: 'title_key(title)' },
    orderBy: 'source, strlen(release_id), release_id, title',
  },
  {
    name: 'release_credit',
    query: 'releaseCredits',
    columns: {
      source: 'VARCHAR',
      release_id: 'VARCHAR',
      position: 'INTEGER',
      artist_source: 'VARCHAR',
      artist_id: 'VARCHAR',
      name: 'VARCHAR',
      join_phrase: 'VARCHAR',
    },
    derived: { artist_key: 'artist_key(name)' },
    repeatedText: 'name',
    orderBy: 'source, strlen(release_id), release_id, position, name, artist_source, artist_id, join_phrase',
  },
  {
    name: 'release_label',
    query: 'releaseLabels',
    columns: { source: 'VARCHAR', release_id: 'VARCHAR', label: 'VARCHAR', catalog_number: 'VARCHAR' },
    derived: {},
    orderBy: 'source, strlen(release_id), release_id, label, catalog_number',
  },
  {
    name: 'release_barcode',
    query: 'releaseBarcodes',
    columns: { source: 'VARCHAR', release_id: 'VARCHAR', barcode: 'VARCHAR' },
    derived: {},
    orderBy: 'source, strlen(release_id), release_id, barcode',
  },
  {
    name: 'redirect',
    query: 'redirects',
    columns: { source: 'VARCHAR', old_id: 'VARCHAR', new_id: 'VARCHAR' },
    derived: {},
    orderBy: 'source, old_id',
  },
];

export interface AuthorityOptions {
  readonly workbench: Workbench;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Tables that are being written. */
export interface AuthorityWriting {
  /** Resolves when the views `authority_*` of these names can be read. */
  ready(names: readonly string[]): Promise<void>;
  /** All of them, by name. */
  readonly entries: Promise<Record<string, TableEntry>>;
}

/** The index begins with these. */
const NEEDED_FIRST = ['release', 'release_credit', 'artist'];

/** Writes `authority/*.parquet` from every source's own tables, several at once. */
export async function startAuthorityTables(
  sources: readonly Source[],
  options: AuthorityOptions,
): Promise<AuthorityWriting> {
  const { workbench, progress } = options;
  const folder = join(options.folder, 'authority');
  await mkdir(folder, { recursive: true });
  const names = [...authorityTables.map(({ name }) => name), 'cross_reference'];
  const step = progress.start({ name: 'authority tables', unit: 'rows', total: names.length });
  const tables = new Map(names.map((name) => [name, Promise.withResolvers<TableEntry>()]));
  let done = 0;
  const publish = async (name: string, query: string) => {
    options.signal.throwIfAborted();
    tables.get(name)?.resolve(await publishTable(workbench, { name, query, folder }));
    done += 1;
    step.update(done);
  };
  const isFirst = ({ name }: AuthorityTable) => NEEDED_FIRST.includes(name);
  const waiting = [...authorityTables.filter(isFirst), ...authorityTables.filter((table) => !isFirst(table))];
  const publishNext = async (): Promise<void> => {
    for (let table = waiting.shift(); table; table = waiting.shift()) {
      try {
        await publish(table.name, authorityQuery(table, sources));
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const publishAll = async () => {
    await allOrFirstFault(Array.from({ length: TABLES_AT_ONCE }, publishNext));
    await publish('cross_reference', crossReferenceQuery(sources));
    step.finish();
  };
  const all = publishAll();
  for (const { promise, reject } of tables.values()) {
    promise.catch(() => undefined);
    all.catch(reject);
  }
  const entries = all.then(async () =>
    Object.fromEntries(await Promise.all([...tables].map(async ([name, { promise }]) => [name, await promise]))),
  );
  entries.catch(() => undefined);
  return {
    entries,
    ready: async (needed) => {
      await Promise.all(needed.map((name) => tables.get(name)?.promise));
    },
  };
}

/** Waits for all of them whatever becomes of one: what they write to is removed afterwards. */
async function allOrFirstFault(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

async function publishTable(
  { beside }: Workbench,
  table: { name: string; query: string; folder: string },
): Promise<TableEntry> {
  const path = join(table.folder, `${table.name}.parquet`);
  await writeParquet(beside, table.query, path);
  await beside.run(`CREATE OR REPLACE VIEW authority_${table.name} AS SELECT * FROM read_parquet(${quoteText(path)})`);
  return describeTable(beside, path, `authority/${table.name}.parquet`);
}

function authorityQuery(table: AuthorityTable, sources: readonly Source[]): string {
  const casts = Object.entries(table.columns).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
  const parts = sources.flatMap((source) => {
    const sql = source.authority[table.query];
    return sql === null ? [] : [`SELECT ${casts.join(', ')} FROM (${sql})`];
  });
  if (parts.length === 0) {
    parts.push(
      `SELECT ${Object.entries(table.columns)
        .map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
        .join(', ')} WHERE false`,
    );
  }
  const columns = Object.keys(table.columns);
  return eachOnce(withDerived(table, parts.join(' UNION ALL ')), columns, `${table.orderBy}, ${columns.join(', ')}`);
}

function withDerived({ derived, repeatedText: text }: AuthorityTable, rows: string): string {
  const made = Object.entries(derived).map(([name, sql]) => `, ${sql} AS ${name}`);
  if (text === undefined) return `SELECT *${made.join('')} FROM (${rows})`;
  return `
    WITH listed AS NOT MATERIALIZED (${rows}),
    form AS (SELECT ${text} AS form_of${made.join('')} FROM (SELECT DISTINCT ${text} FROM listed))
    SELECT listed.*, form.* EXCLUDE (form_of) FROM listed LEFT JOIN form ON form_of = ${text}`;
}

/** Sorted, without rows that are the same as the one before: sorting goes by way of the disk where a table of all rows would not fit. */
function eachOnce(rows: string, columns: readonly string[], orderBy: string): string {
  const again = columns.map((name) => `${name} IS NOT DISTINCT FROM lag(${name}) OVER ()`).join(' AND ');
  return `
    SELECT * EXCLUDE (is_again) FROM (
      SELECT *, ${again} AS is_again FROM (SELECT * FROM (${rows}) ORDER BY ${orderBy})
    ) WHERE NOT is_again`;
}

/** Every asserted link, with redirected ids brought up to date, in both directions. */
function crossReferenceQuery(sources: readonly Source[]): string {
  const parts = sources.flatMap((source) => source.authority.crossReferences.map(({ sql }) => sql));
  const columns = 'source_a, id_a, source_b, id_b, via_table, via_property, ended, rank';
  const none = `SELECT ${columns
    .split(', ')
    .map((name) => `CAST(NULL AS ${name === 'ended' ? 'BOOLEAN' : 'VARCHAR'}) AS ${name}`)
    .join(', ')} WHERE false`;
  const asserted = [none, ...parts.map((sql) => `SELECT ${columns} FROM (${sql})`)].join(' UNION ALL ');
  const rows = `
    SELECT * FROM (
      SELECT source_a, id_a, source_b, id_b, via_table, via_property, ended, rank, 'asserted' AS direction FROM current
      UNION ALL
      SELECT source_b, id_b, source_a, id_a, via_table, via_property, ended, rank, 'reverse' AS direction FROM current
    )
    WHERE id_a IS NOT NULL AND id_b IS NOT NULL`;
  return `
    WITH asserted AS (${asserted}),
    current AS (
      SELECT source_a, coalesce(a.new_id, id_a) AS id_a, source_b, coalesce(b.new_id, id_b) AS id_b, via_table, via_property, ended, rank
      FROM asserted
      LEFT JOIN authority_redirect a ON a.source = source_a AND a.old_id = id_a
      LEFT JOIN authority_redirect b ON b.source = source_b AND b.old_id = id_b
    )
    ${eachOnce(rows, [...columns.split(', '), 'direction'], 'ALL')}`;
}
