import type { Resolver } from '@deadwax/resolver/resolver';
import { SnapshotError } from '@deadwax/snapshot/errors';
import { readManifest } from '@deadwax/snapshot/manifest';
import { findSnapshot } from '@deadwax/snapshot/store/current';
import { csvSource } from '@deadwax/sources/csv/source';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';
import { CliError } from '../cli-error.ts';

export interface OpenedSnapshot {
  readonly resolver: Resolver;
  /** Sources of the snapshot whose ids `main` has no place for. */
  readonly extraSources: string[];
}

/** Opens a snapshot for resolving, with faults said the way a person reads them. */
export async function openSnapshot(directory: string): Promise<OpenedSnapshot> {
  try {
    // Loaded only here: commands that need no engine start without it.
    const { openResolver } = await import('@deadwax/resolver/open-resolver');
    const manifest = await readManifest(await findSnapshot(directory));
    const sources = Object.keys(manifest.sources).map(
      (name) => builtInSources.find((one) => one.name === name) ?? csvSource(name),
    );
    const extraSources = allEntitySources(sources)
      .filter(({ mainField }) => mainField === null)
      .map(({ name }) => name);
    return { resolver: await openResolver({ snapshotDirectory: directory }), extraSources };
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const hint =
      error.code === 'not_a_snapshot' ? 'deadwax snapshot build makes one from dumps.' : 'Build the snapshot again.';
    throw new CliError(error.message, { hint, cause: error });
  }
}
