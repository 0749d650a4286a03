import type { NameRole } from '@deadwax/sources/authority';
import type { IndexFile } from './index-file.ts';
import { artistFlag, type IndexMeta, type IndexSource, linkFlag, nameRoles, none, releaseFlag } from './index-meta.ts';
import { KeySearch } from './key-search.ts';
import { StringList } from './string-list.ts';
import { TextTable } from './text-table.ts';

/** A name under a key: whose it is, why, and how it is spelled there. */
export interface NameEntry {
  readonly artist: number;
  readonly role: NameRole;
  readonly text: string;
}

export interface Link {
  readonly source: string;
  readonly id: string;
  /** The relation's own name: `P434`, a link type. */
  readonly via: string;
  readonly ended: boolean;
  readonly best: boolean;
}

/**
 * Look-ups over an opened index file. Artists and releases are known by their place (ordinal); every answer is in a fixed
 * order, the same in every process.
 */
export class MatchIndex {
  readonly meta: IndexMeta;
  /** Keys of artist names, exact and alike. */
  readonly artistKeys: KeySearch;
  /** Keys of titles, exact and alike. */
  readonly titleKeys: KeySearch;
  readonly #artistSource: Uint8Array;
  readonly #artistFlags: Uint8Array;
  readonly #artistIds: StringList;
  readonly #artistNames: StringList;
  readonly #artistComments: StringList;
  readonly #nameStart: Uint32Array;
  readonly #nameArtist: Uint32Array;
  readonly #nameRole: Uint8Array;
  readonly #nameText: StringList;
  readonly #releaseSource: Uint8Array;
  readonly #releaseFlags: Uint8Array;
  readonly #releaseGroup: Uint32Array;
  readonly #releaseYear: Int16Array;
  readonly #releaseCountry: Uint32Array;
  readonly #releaseFormat: Uint32Array;
  readonly #releaseIds: StringList;
  readonly #releaseTitles: StringList;
  readonly #releaseCredits: StringList;
  readonly #title: Runs;
  readonly #artistRelease: Runs;
  readonly #artistReleaseTitle: Uint32Array;
  readonly #releaseArtist: Runs;
  readonly #groupRelease: Runs;
  readonly #otherTitle: { starts: Uint32Array; texts: StringList };
  readonly #label: { starts: Uint32Array; names: StringList; catalogNumbers: StringList };
  readonly #barcode: { starts: Uint32Array; texts: StringList };
  readonly #nodes: StringList;
  readonly #nodeTable: TextTable;
  readonly #link: { starts: Uint32Array; target: Uint32Array; property: Uint8Array; flags: Uint8Array };

  constructor(file: IndexFile) {
    const texts = (name: string) => new StringList(file.u32(`${name}.offsets`), file.u8(`${name}.bytes`));
    const table = (name: string) => new TextTable(file.u32(`${name}.slots`), texts(`${name}.text`));
    const runs = (name: string, column: string): Runs => ({
      starts: file.u32(`${name}.start`),
      values: file.u32(`${name}.${column}`),
    });
    this.meta = file.meta as IndexMeta;
    this.#artistSource = file.u8('artist.source');
    this.#artistFlags = file.u8('artist.flags');
    this.#artistIds = texts('artist.id');
    this.#artistNames = texts('artist.name');
    this.#artistComments = texts('artist.comment');
    this.artistKeys = new KeySearch(file, 'artistKey');
    this.#nameStart = file.u32('name.start');
    this.#nameArtist = file.u32('name.artist');
    this.#nameRole = file.u8('name.role');
    this.#nameText = texts('name.text');
    this.#releaseSource = file.u8('release.source');
    this.#releaseFlags = file.u8('release.flags');
    this.#releaseGroup = file.u32('release.group');
    this.#releaseYear = file.i16('release.year');
    this.#releaseCountry = file.u32('release.country');
    this.#releaseFormat = file.u32('release.format');
    this.#releaseIds = texts('release.id');
    this.#releaseTitles = texts('release.title');
    this.#releaseCredits = texts('release.credit');
    this.titleKeys = new KeySearch(file, 'titleKey');
    this.#title = runs('title', 'release');
    this.#artistRelease = runs('artistRelease', 'release');
    this.#artistReleaseTitle = file.u32('artistRelease.title');
    this.#releaseArtist = runs('releaseArtist', 'artist');
    this.#groupRelease = runs('groupRelease', 'release');
    this.#otherTitle = { starts: file.u32('otherTitle.start'), texts: texts('otherTitle.title') };
    this.#label = {
      starts: file.u32('label.start'),
      names: texts('label.name'),
      catalogNumbers: texts('label.catalogNumber'),
    };
    this.#barcode = { starts: file.u32('barcode.start'), texts: texts('barcode.text') };
    this.#nodes = texts('node.text');
    this.#nodeTable = table('node');
    this.#link = {
      starts: file.u32('link.start'),
      target: file.u32('link.target'),
      property: file.u8('link.property'),
      flags: file.u8('link.flags'),
    };
  }

  // — artists

  /** Names under a blocking key (`artistKey`), by artist, role, spelling. */
  findNames(key: string): NameEntry[] {
    const place = this.artistKeys.find(key);
    return place < 0 ? [] : this.namesUnder(place);
  }

  /** Names under a key known by its place in `artistKeys`. */
  namesUnder(place: number): NameEntry[] {
    const entries: NameEntry[] = [];
    for (let at = this.#nameStart[place] as number; at < (this.#nameStart[place + 1] as number); at += 1) {
      entries.push({
        artist: this.#nameArtist[at] as number,
        role: nameRoles[this.#nameRole[at] as number] as NameRole,
        text: this.#nameText.get(at),
      });
    }
    return entries;
  }

  artistSource(artist: number): IndexSource {
    return this.meta.sources[this.#artistSource[artist] as number] as IndexSource;
  }

  artistId(artist: number): string {
    return this.#artistIds.get(artist);
  }

  artistName(artist: number): string {
    return this.#artistNames.get(artist);
  }

  artistComment(artist: number): string | null {
    return this.#artistComments.get(artist) || null;
  }

  /** True for an artist a record may be linked to; false for placeholders and special rows. */
  isMatchable(artist: number): boolean {
    return ((this.#artistFlags[artist] as number) & artistFlag.matchable) !== 0;
  }

  isPlaceholder(artist: number): boolean {
    return ((this.#artistFlags[artist] as number) & artistFlag.placeholder) !== 0;
  }

  /** Artists that stand for "various artists", of every source. */
  listVarious(): number[] {
    const various: number[] = [];
    for (let artist = 0; artist < this.#artistFlags.length; artist += 1) {
      if (((this.#artistFlags[artist] as number) & artistFlag.various) !== 0) various.push(artist);
    }
    return various;
  }

  /** How many artists, releases and listed variations of names a family of sources has. Counts afresh each time. */
  sizeOf(family: string): { artists: number; releases: number; variations: number } {
    const ofFamily = this.meta.sources.map((source) => source.family === family);
    const count = (column: Uint8Array) => column.reduce((sum, source) => sum + Number(ofFamily[source] ?? false), 0);
    const variation = nameRoles.indexOf('variation');
    const variations = this.#nameRole.reduce(
      (sum, role, name) =>
        sum + Number(role === variation && ofFamily[this.#artistSource[this.#nameArtist[name] as number] as number]),
      0,
    );
    return { artists: count(this.#artistSource), releases: count(this.#releaseSource), variations };
  }

  // — releases

  /** Number of a title key, or -1 when no release is called so. */
  findTitle(key: string): number {
    return this.titleKeys.find(key);
  }

  /** Releases of any artist with this title, ascending. */
  releasesTitled(title: number): Uint32Array {
    return run(this.#title, title);
  }

  /** Releases credited to an artist under this title, ascending. */
  releasesOf(artist: number, title: number): number[] {
    const { starts, values } = this.#artistRelease;
    const end = starts[artist + 1] as number;
    let low = starts[artist] as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#artistReleaseTitle[middle] as number) < title) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; low < end && this.#artistReleaseTitle[low] === title; low += 1) found.push(values[low] as number);
    return found;
  }

  /** Places in `titleKeys` of an artist's titles, ascending, each once. */
  titlesOf(artist: number): number[] {
    const { starts } = this.#artistRelease;
    const all = this.#artistReleaseTitle.subarray(starts[artist], starts[artist + 1]);
    return [...all].filter((title, place) => title !== all[place - 1]);
  }

  /** How many titles of releases stand under an artist. */
  releaseCount(artist: number): number {
    return (this.#artistRelease.starts[artist + 1] as number) - (this.#artistRelease.starts[artist] as number);
  }

  releaseSource(release: number): IndexSource {
    return this.meta.sources[this.#releaseSource[release] as number] as IndexSource;
  }

  releaseId(release: number): string {
    return this.#releaseIds.get(release);
  }

  releaseTitle(release: number): string {
    return this.#releaseTitles.get(release);
  }

  otherTitles(release: number): string[] {
    return texts(this.#otherTitle.starts, this.#otherTitle.texts, release);
  }

  /** The artist credit as printed, or null. */
  releaseCredit(release: number): string | null {
    return this.#releaseCredits.get(release) || null;
  }

  releaseYear(release: number): number | null {
    return this.#releaseYear[release] || null;
  }

  releaseFormat(release: number): string | null {
    return this.meta.formats[this.#releaseFormat[release] as number] || null;
  }

  releaseCountry(release: number): string | null {
    return this.meta.countries[this.#releaseCountry[release] as number] || null;
  }

  /** The group (master, release group) a pressing belongs to, or null. */
  groupOf(release: number): number | null {
    const group = this.#releaseGroup[release] as number;
    return group === none ? null : group;
  }

  pressingsOf(group: number): Uint32Array {
    return run(this.#groupRelease, group);
  }

  isPressing(release: number): boolean {
    return ((this.#releaseFlags[release] as number) & releaseFlag.pressing) !== 0;
  }

  /** True for an album as such: a master, a release group. */
  isGroup(release: number): boolean {
    return this.releaseSource(release).grain === 'group';
  }

  isMainPressing(release: number): boolean {
    return ((this.#releaseFlags[release] as number) & releaseFlag.main) !== 0;
  }

  artistsOf(release: number): Uint32Array {
    return run(this.#releaseArtist, release);
  }

  labelsOf(release: number): { name: string; catalogNumber: string }[] {
    const labels: { name: string; catalogNumber: string }[] = [];
    for (let at = this.#label.starts[release] as number; at < (this.#label.starts[release + 1] as number); at += 1) {
      labels.push({ name: this.#label.names.get(at), catalogNumber: this.#label.catalogNumbers.get(at) });
    }
    return labels;
  }

  barcodesOf(release: number): string[] {
    return texts(this.#barcode.starts, this.#barcode.texts, release);
  }

  // — cross-references

  /** Everything an id is linked to, in either direction. */
  linksOf(source: string, id: string): Link[] {
    const node = this.#nodeTable.find(`${source}\u001f${id}`);
    if (node < 0) return [];
    const links: Link[] = [];
    for (let at = this.#link.starts[node] as number; at < (this.#link.starts[node + 1] as number); at += 1) {
      const target = this.#nodes.get(this.#link.target[at] as number);
      const border = target.indexOf('\u001f');
      const flags = this.#link.flags[at] as number;
      links.push({
        source: target.slice(0, border),
        id: target.slice(border + 1),
        via: this.meta.properties[this.#link.property[at] as number] ?? '',
        ended: (flags & linkFlag.ended) !== 0,
        best: (flags & linkFlag.preferred) !== 0,
      });
    }
    return links;
  }
}

interface Runs {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

function run(runs: Runs, owner: number): Uint32Array {
  return runs.values.subarray(runs.starts[owner], runs.starts[owner + 1]);
}

function texts(starts: Uint32Array, list: StringList, owner: number): string[] {
  const found: string[] = [];
  for (let at = starts[owner] as number; at < (starts[owner + 1] as number); at += 1) found.push(list.get(at));
  return found;
}
