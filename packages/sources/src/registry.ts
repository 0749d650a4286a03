import type { EntitySource } from './authority.ts';
import { discogsSource } from './discogs/source.ts';
import { musicbrainzSource } from './musicbrainz/source.ts';
import type { Source } from './source.ts';
import { STREAMING_ENTITIES } from './streaming/entities.ts';
import { wikidataSource } from './wikidata/source.ts';

/** The authorities whose dumps are read as they are published. A new one is a folder here and a line in this list. */
export const builtInSources: readonly Source[] = [discogsSource, musicbrainzSource, wikidataSource];

/** Every fine-grained source that a snapshot of these sources can name, the streaming services among them. */
export function allEntitySources(sources: readonly Source[]): EntitySource[] {
  return [...sources.flatMap((source) => source.entities), ...STREAMING_ENTITIES];
}

/** The fine-grained source of this name among the built-in ones, or among those of `sources` where given. */
export function getEntitySource(name: string, sources: readonly Source[] = builtInSources): EntitySource {
  const found = allEntitySources(sources).find((entity) => entity.name === name);
  if (found === undefined) throw new RangeError(`There is no source ${name}.`);
  return found;
}
