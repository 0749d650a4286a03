import { CliError, exitCode } from '../cli-error.ts';
import { withInterrupt } from '../with-interrupt.ts';
import { type Catalog, type CatalogFlags, connect } from './connection.ts';

/** Runs work against the catalog that the flags name. Ctrl-C ends it with what is true then. */
export async function withCatalog<T>(
  flags: CatalogFlags,
  work: (catalog: Catalog) => Promise<T>,
  describeInterrupt: () => string = () => 'interrupted',
): Promise<T> {
  return withInterrupt(async (signal) => {
    try {
      return await work(connect(flags, signal));
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new CliError(describeInterrupt(), { exitCode: exitCode.interrupted, cause: error });
    }
  });
}
