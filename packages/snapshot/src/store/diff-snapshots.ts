import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../build/duckdb.ts';
import { quoteText } from '../build/sql.ts';
import { type Manifest, readManifest } from '../manifest.ts';

export interface TableChange {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

const keys: Readonly<Record<string, string>> = {
  artist: 'source, id',
  artist_name: 'source, artist_id, role, name, related_id',
  release: 'source, id',
  release_title: 'source, release_id, title',
  release_credit: 'source, release_id, position',
  release_label: 'source, release_id, label, catalog_number',
  release_barcode: 'source, release_id, barcode',
  redirect: 'source, old_id',
  cross_reference: 'source_a, id_a, source_b, id_b, via_table, via_property, direction',
};

/** Counts what was added, removed and changed in each authority table. Tables that are equal are left out. */
export async function diffSnapshots(before: string, after: string): Promise<TableChange[]> {
  const [old, young] = [await readManifest(before), await readManifest(after)];
  const workbench = await openWorkbench({ folder: tmpdir() });
  try {
    const changes: TableChange[] = [];
    for (const table of Object.keys(young.authority)) {
      if (old.authority[table]?.sha256 === young.authority[table]?.sha256) continue;
      changes.push(
        await diffTable(workbench, table, { before: pathOf(old, before, table), after: pathOf(young, after, table) }),
      );
    }
    return changes.filter(({ added, removed, changed }) => added + removed + changed > 0);
  } finally {
    workbench.close();
  }
}

function pathOf(manifest: Manifest, folder: string, table: string): string {
  return join(folder, manifest.authority[table]?.file ?? `authority/${table}.parquet`);
}

async function diffTable(
  workbench: Workbench,
  table: string,
  paths: { before: string; after: string },
): Promise<TableChange> {
  const side = (path: string) =>
    `SELECT concat_ws(chr(31), ${keys[table]}) AS k, bit_xor(hash(t)) AS h FROM read_parquet(${quoteText(path)}) t GROUP BY k`;
  const [row] = await workbench.rows(`
    SELECT count(*) FILTER (WHERE o.k IS NULL) AS added, count(*) FILTER (WHERE n.k IS NULL) AS removed, count(*) FILTER (WHERE o.h <> n.h) AS changed
    FROM (${side(paths.before)}) o FULL JOIN (${side(paths.after)}) n USING (k)`);
  return { table, added: Number(row?.added), removed: Number(row?.removed), changed: Number(row?.changed) };
}
