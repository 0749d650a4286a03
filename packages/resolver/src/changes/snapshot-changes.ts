import { open } from 'node:fs/promises';
import type { BulkResolveInput, TouchedInput } from '@deadwax/contract/schemas';
import { withoutEdition } from '@deadwax/linkage/variants/edition-suffix';
import type { ChangedKey } from '@deadwax/snapshot/store/list-changes';
import { createQuery, type Query } from '../blocking/query.ts';
import { KeySet } from './key-set.ts';

const BETWEEN = '\u001f';

/** Some 300 MB. Where more changed, most rows are touched in any case. */
const MOST_KEYS = 20_000_000;

export interface ReadOptions {
  /** Sources whose entities are albums in any grain: a row linked to one has its album. */
  readonly albumSources: ReadonlySet<string>;
  /** With more entities and keys than this, every row is touched. Default 20 million. */
  readonly mostKeys?: number;
  readonly signal?: AbortSignal;
}

/** What changed from one snapshot to another: entities by id, and the keys under which they are or were found. */
export class SnapshotChanges {
  /** File of the entities, a line of JSON each. */
  readonly path: string;
  readonly #albumSources: ReadonlySet<string>;
  #isTooMuch = false;
  #entities = new KeySet();
  /** Names of artists that changed. */
  #artists = new KeySet();
  /** Of releases that changed: artists credited on them, by id and by name. */
  #credited = new KeySet();
  #creditedNames = new KeySet();
  #titles = new KeySet();
  /** Titles of those on which nobody is credited. */
  #uncredited = new KeySet();
  /** Artist and title. */
  #releases = new KeySet();

  private constructor(path: string, albumSources: ReadonlySet<string>) {
    this.path = path;
    this.#albumSources = albumSources;
  }

  /** Reads what `listChanges` wrote. */
  static async read(path: string, keysPath: string, options: ReadOptions): Promise<SnapshotChanges> {
    const { albumSources, mostKeys = MOST_KEYS, signal } = options;
    const changes = new SnapshotChanges(path, albumSources);
    let left = mostKeys;
    for await (const { source, id } of readLines<{ source: string; id: string }>(path, signal)) {
      if (left-- <= 0) return changes.#giveUp();
      changes.#entities.add(source + BETWEEN + id);
    }
    for await (const key of readLines<ChangedKey>(keysPath, signal)) {
      if (left-- <= 0) return changes.#giveUp();
      changes.#add(key);
    }
    return changes;
  }

  /** Whether a record may be answered otherwise: by what it is linked to, or by what its names lead to. */
  touches(input: TouchedInput): boolean {
    if (this.#isTooMuch) return true;
    const links = input.links ?? [];
    const isOf = (set: KeySet) => links.some(({ source, external_id: id }) => set.has(source + BETWEEN + id));
    if (isOf(this.#entities)) return true;
    const lacksAlbum = !links.some(({ source }) => this.#albumSources.has(source));
    if (lacksAlbum && isOf(this.#credited)) return true;
    const row = { ...input, is_compilation: input.is_compilation ?? null };
    const query = createQuery(row);
    return this.#isLedTo(query, lacksAlbum) || this.#isLedToBySwapped(row, query, lacksAlbum);
  }

  #isLedTo(query: Query, lacksAlbum: boolean): boolean {
    const { artists, compilation } = query;
    if (artists.some(({ key }) => this.#artists.has(key))) return true;
    const titles = titleKeysOf(query);
    if (titles.some((key) => this.#uncredited.has(key))) return true;
    // A compilation is looked for by its title alone.
    const byTitle = artists.length === 0 || compilation !== 'no';
    if (byTitle && titles.some((key) => this.#titles.has(key))) return true;
    if (compilation === 'yes') return false;
    if (lacksAlbum && artists.some(({ key }) => this.#creditedNames.has(key))) return true;
    return this.#isRelease(artists, titles);
  }

  /** Artist and title may stand in each other's place. */
  #isLedToBySwapped(row: BulkResolveInput, query: Query, lacksAlbum: boolean): boolean {
    if (query.compilation === 'yes' || query.artists.length === 0 || query.titles.length === 0) return false;
    const swapped = createQuery({ ...row, artist_name: row.album_title, album_title: row.artist_name });
    if (lacksAlbum && swapped.artists.some(({ key }) => this.#artists.has(key))) return true;
    return this.#isRelease(swapped.artists, titleKeysOf(swapped));
  }

  #isRelease(artists: Query['artists'], titles: readonly string[]): boolean {
    return artists.some(({ key }) => titles.some((title) => this.#releases.has(key + BETWEEN + title)));
  }

  #add({ artist, title, source, id }: ChangedKey): void {
    if (source !== null) this.#credited.add(source + BETWEEN + id);
    else if (title === null) this.#artists.add(artist ?? '');
    else {
      for (const key of withPlain(title)) {
        this.#titles.add(key);
        if (artist === null) this.#uncredited.add(key);
        else this.#releases.add(artist + BETWEEN + key);
      }
      if (artist !== null) this.#creditedNames.add(artist);
    }
  }

  #giveUp(): this {
    this.#isTooMuch = true;
    const none = new KeySet();
    [this.#entities, this.#artists, this.#credited, this.#creditedNames] = [none, none, none, none];
    [this.#titles, this.#uncredited, this.#releases] = [none, none, none];
    return this;
  }
}

function titleKeysOf(query: Query): string[] {
  return [...query.titles.map(({ key }) => key), query.wholeTitle()].flatMap(withPlain);
}

/** Titles are compared without what names their edition, too. */
function withPlain(key: string): string[] {
  const plain = withoutEdition(key);
  return plain === null ? [key] : [key, plain];
}

async function* readLines<T>(path: string, signal?: AbortSignal): AsyncGenerator<T> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) {
      signal?.throwIfAborted();
      if (line !== '') yield JSON.parse(line) as T;
    }
  } finally {
    await file.close();
  }
}
