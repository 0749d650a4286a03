import type { Workbench } from '../../build/duckdb.ts';
import type { Batch, LargeQuery } from '../../build/read-batches.ts';
import type { IndexWriter } from '../index-file.ts';
import type { IdRange } from '../index-meta.ts';
import type { NumberedSource } from './entities.sql.ts';

/** What every step of laying out an index works with. */
export interface IndexBuild {
  readonly workbench: Workbench;
  readonly writer: IndexWriter;
  readonly sources: readonly NumberedSource[];
  readonly signal: AbortSignal;
  /** Ranges of ids, as the steps write them. */
  readonly ids: IdRange[];
}

export async function eachBatch(build: IndexBuild, query: LargeQuery, visit: (batch: Batch) => void): Promise<void> {
  for await (const batch of build.workbench.batches(query)) {
    build.signal.throwIfAborted();
    visit(batch);
  }
}

export async function runAll(build: IndexBuild, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    build.signal.throwIfAborted();
    await build.workbench.run(statement);
  }
}

export async function countRows({ workbench }: IndexBuild, table: string): Promise<number> {
  const [count] = await workbench.rows(`SELECT count(*) AS rows FROM ${table}`);
  return Number(count?.rows ?? 0);
}

/** Rows must come in the order of their numbers: what is written beside them is found by it. */
export function requireOrder(ordinals: ArrayLike<number>, rows: number, before: number): void {
  for (let row = 0; row < rows; row += 1)
    if (ordinals[row] !== before + row) throw new Error(`row ${before + row} came out of order`);
}
