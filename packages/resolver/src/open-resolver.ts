import { join } from 'node:path';
import { modelVersion } from '@deadwax/linkage/model';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { SnapshotError } from '@deadwax/snapshot/errors';
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import type { IndexSource } from '@deadwax/snapshot/index/index-meta';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { type Manifest, readManifest } from '@deadwax/snapshot/manifest';
import { findSnapshot } from '@deadwax/snapshot/store/current';
import type { EntitySource } from '@deadwax/sources/authority';
import { csvSource } from '@deadwax/sources/csv/source';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';
import type { Source } from '@deadwax/sources/source';
import type { FamilySize } from './cascade/weigh-names.ts';
import { type Reference, resolveRows } from './pipeline.ts';
import type { Resolver } from './resolver.ts';

/** Version of the passes and rules; with the model's it names how a verdict was reached. */
const rulesVersion = '0.4.1';
export const resolverVersion = `${rulesVersion}+model.${modelVersion}`;

/**
 * Opens a snapshot (or the current one of a folder of snapshots) and answers from it. Throws SnapshotError:
 * `not_a_snapshot`, `damaged`, `incompatible`.
 */
export async function openResolver(options: { snapshotDirectory: string }): Promise<Resolver> {
  const directory = await findSnapshot(options.snapshotDirectory);
  const manifest = await readUsableManifest(directory);
  const reference = createReference(new MatchIndex(openIndexFile(join(directory, manifest.index.file))), {
    names: Object.keys(manifest.sources),
    snapshotId: manifest.id,
  });
  return resolveOver(reference);
}

export function resolveOver(reference: Reference): Resolver {
  return {
    version: reference.version,
    snapshotId: reference.snapshotId,
    resolve: (inputs, options) => resolveRows(inputs, reference, options),
  };
}

/** The manifest of a snapshot whose keys are of this program's making. Throws SnapshotError. */
export async function readUsableManifest(directory: string): Promise<Manifest> {
  const manifest = await readManifest(directory);
  if (manifest.normaliser_version !== normaliserVersion) {
    throw new SnapshotError(
      'incompatible',
      `${directory} was built by normaliser ${manifest.normaliser_version}; this program has ${normaliserVersion}: build it again`,
    );
  }
  return manifest;
}

/** What the pipeline needs to know of an index and of the sources (`names`) it was built from. */
export function createReference(index: MatchIndex, of: { names: readonly string[]; snapshotId: string }): Reference {
  const sources = sourcesOf(of.names);
  const entities = allEntitySources(sources);
  const matched = index.meta.sources.filter(
    ({ name, family }) => !name.startsWith('~') && sources.some((source) => ownsFamily(source.entities, family)),
  );
  const families = [...new Set(matched.map(({ family }) => family))];
  const order = new Map(entities.map(({ name }, place) => [name, place]));
  return {
    index,
    entities: new Map(entities.map((entity) => [entity.name, entity])),
    titleAlone: new Set(entities.flatMap(({ family, titleAlone }) => (titleAlone === true ? [family] : []))),
    priority: (source) => order.get(source) ?? order.size,
    various: groupByFamily(families, index.listVarious(), (artist) => index.artistSource(artist).family),
    sources: groupByFamily(families, matched.filter(isMatched), ({ family }) => family),
    sizes: new Map(families.map((family) => [family, familySize(index, family)])),
    version: resolverVersion,
    snapshotId: of.snapshotId,
  };
}

/** The sources of these names: what is not built in is an authority of the operator's own. */
export function sourcesOf(names: readonly string[]): Source[] {
  return names.map((name) => builtInSources.find((source) => source.name === name) ?? csvSource(name));
}

/** A source that lists variations has this many for each artist, and more. */
const VARIED = 0.5;
/** Chance has at least so many records to offer: what a snapshot lacks may be what the row means. */
const FEWEST = 20_000;

function familySize(index: MatchIndex, family: string): FamilySize {
  const { artists, releases, variations } = index.sizeOf(family);
  return {
    artists,
    releases: Math.max(releases, FEWEST),
    listsVariations: variations >= artists * VARIED,
  };
}

/** Recordings are reached through tracks, not through the names of albums and artists. */
function isMatched({ grain }: IndexSource): boolean {
  return grain !== 'recording';
}

function ownsFamily(entities: readonly EntitySource[], family: string): boolean {
  return entities.some((entity) => entity.family === family);
}

function groupByFamily<T>(
  families: readonly string[],
  members: readonly T[],
  familyOf: (member: T) => string,
): Map<string, T[]> {
  return new Map(families.map((family) => [family, members.filter((member) => familyOf(member) === family)]));
}
