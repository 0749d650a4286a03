import { ImportError } from '../errors.ts';
import { allEntitySources, builtInSources } from '../registry.ts';

const NAME = /^[a-z][a-z0-9_]{0,30}$/;

/** Names that mean something else to the database the tables are read with, or to the snapshot around them. */
const RESERVED = new Set(['authority', 'information_schema', 'main', 'memory', 'pg_catalog', 'system', 'temp']);

/** Fine-grained sources of an authority. */
export function entityNames(name: string): { readonly artist: string; readonly release: string } {
  return { artist: `${name}_artist`, release: `${name}_release` };
}

/** Throws ImportError `bad_name` for a name that cannot stand for an authority of the user's own. */
export function checkName(name: string): void {
  const reason = findFault(name);
  if (reason !== null)
    throw new ImportError('bad_name', `An authority cannot be named ${JSON.stringify(name)}: ${reason}.`);
}

function findFault(name: string): string | null {
  if (!NAME.test(name)) return 'a name is a small letter and up to 30 small letters, digits or _';
  if (RESERVED.has(name)) return 'the name is reserved';
  const taken = new Set(builtInSources.map((source) => source.name));
  for (const entity of allEntitySources(builtInSources)) taken.add(entity.name).add(entity.family);
  const { artist, release } = entityNames(name);
  const clash = [name, artist, release].find((each) => taken.has(each));
  return clash === undefined ? null : `${clash} is a source already`;
}
