import type { ImportOverridesResponse } from '@deadwax/contract/catalog-schemas';
import { type ImportedOverride, importOverrides as importAll } from '../../overrides/import-overrides.ts';
import { getCaller } from '../authentication.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function importOverrides({ db }: Pick<AppDependencies, 'db'>): Handler<'import-overrides'> {
  return async (request) => {
    const { rows, dry_run: dryRun = false } = request.body;
    const { runId, results } = await importAll(db, rows, getCaller(request).name, { dryRun });
    const count = (outcome: ImportedOverride['outcome']) => results.filter((row) => row.outcome === outcome).length;
    return {
      run_id: runId,
      dry_run: dryRun,
      made: count('made'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      rows: [...results],
    } satisfies ImportOverridesResponse;
  };
}
