import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { TouchedInput } from '@deadwax/contract/schemas';
import { createQuery, type Query } from '../blocking/query.ts';
import { KeySet } from './key-set.ts';

const BETWEEN = '\u001f';

/** What changed from one snapshot to another: entities by id, and the keys under which they are or were found. */
export class SnapshotChanges {
  /** File of the entities, a line of JSON each. */
  readonly path: string;
  readonly #entities = new KeySet();
  readonly #artists = new KeySet();
  readonly #titles = new KeySet();
  readonly #releases = new KeySet();

  constructor(path: string) {
    this.path = path;
  }

  /** Reads what `listChanges` wrote. */
  static async read(path: string, keysPath: string): Promise<SnapshotChanges> {
    const changes = new SnapshotChanges(path);
    for await (const { source, id } of readLines<{ source: string; id: string }>(path))
      changes.#entities.add(source + BETWEEN + id);
    for await (const { artist, title } of readLines<{ artist: string; title: string | null }>(keysPath)) {
      if (title === null) changes.#artists.add(artist);
      else {
        changes.#titles.add(title);
        changes.#releases.add(artist + BETWEEN + title);
      }
    }
    return changes;
  }

  /** Whether a record may be answered otherwise: by what it is linked to, or by what its names lead to. */
  touches(input: TouchedInput): boolean {
    const links = input.links ?? [];
    if (links.some(({ source, external_id: id }) => this.#entities.has(source + BETWEEN + id))) return true;
    const query = createQuery({ ...input, is_compilation: input.is_compilation ?? null });
    if (query.artists.some(({ key }) => this.#artists.has(key))) return true;
    const titles = titleKeysOf(query);
    // A compilation is looked for by its title alone.
    if (query.artists.length === 0 || query.compilation !== 'no') return titles.some((key) => this.#titles.has(key));
    return query.artists.some(({ key }) => titles.some((title) => this.#releases.has(key + BETWEEN + title)));
  }
}

function titleKeysOf(query: Query): string[] {
  return [...query.titles.map(({ key }) => key), query.wholeTitle()];
}

async function* readLines<T>(path: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield JSON.parse(line) as T;
}
