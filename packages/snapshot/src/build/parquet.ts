import type { TableEntry } from '../manifest.ts';
import { describeFile } from './checked-file.ts';
import type { Workbench } from './duckdb.ts';
import { fileList, quoteText } from './sql.ts';

/** A tenth larger than at the usual level, and written in an eighth to a fourth less time. */
const COMPRESSION = 'COMPRESSION zstd, COMPRESSION_LEVEL 1';

export async function writeParquet(workbench: Pick<Workbench, 'run'>, query: string, path: string): Promise<void> {
  await workbench.run(`COPY (${query}) TO ${quoteText(path)} (FORMAT parquet, ${COMPRESSION}, ROW_GROUP_SIZE 122880)`);
}

export async function countRows(workbench: Pick<Workbench, 'rows'>, paths: readonly string[]): Promise<number> {
  const [count] = await workbench.rows(`SELECT count(*) AS rows FROM read_parquet(${fileList(paths)})`);
  return Number(count?.rows ?? 0);
}

export async function describeTable(
  workbench: Pick<Workbench, 'rows'>,
  path: string,
  file: string,
): Promise<TableEntry> {
  return { rows: await countRows(workbench, [path]), file, ...(await describeFile(path)) };
}
