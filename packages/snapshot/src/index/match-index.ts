import { artistKey } from '@deadwax/linkage/normalise/keys';
import type { NameRole } from '@deadwax/sources/authority';
import type { IndexFile } from './index-file.ts';
import { artistFlag, type IndexMeta, type IndexSource, nameRoles, none, releaseFlag } from './index-meta.ts';
import { KeySearch } from './key-search.ts';
import { LinkIndex, type NodeLink } from './link-index.ts';
import { NameTexts } from './name-texts.ts';
import { NodeIds } from './node-ids.ts';
import type { Numbers } from './number-column.ts';
import { Ordinals } from './ordinals.ts';
import { lowerBound } from './packed-offsets.ts';
import { PackedTexts } from './packed-texts.ts';
import { PublicationIndex } from './publication-index.ts';
import { ReadAhead } from './read-ahead.ts';
import { RunLengths } from './run-lengths.ts';
import { Runs } from './runs.ts';
import { SmallNumbers } from './small-numbers.ts';
import { openWordColumn } from './word-column.ts';

/** A name under a key: whose it is, why, and how it is spelled there. */
export interface NameEntry {
  readonly artist: number;
  readonly role: NameRole;
  readonly text: string;
}

export interface Link {
  /** Number of what it leads to; see `nodeOf`. */
  readonly node: number;
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
  readonly #artistSource: RunLengths;
  readonly #artistFlags: Uint8Array;
  readonly #artistNames: PackedTexts;
  readonly #artistComments: PackedTexts;
  readonly #name: Runs;
  readonly #nameArtist: Ordinals;
  readonly #nameText: NameTexts;
  readonly #releaseSource: RunLengths;
  readonly #releaseFlags: Uint8Array;
  readonly #releaseGroup: Uint32Array;
  readonly #releaseYear: Numbers;
  readonly #releaseCountry: Numbers;
  readonly #releaseFormat: Numbers;
  readonly #releaseTitles: PackedTexts;
  readonly #releaseCredits: PackedTexts;
  readonly #title: Runs;
  readonly #titleRelease: Uint32Array;
  readonly #artistRelease: Runs;
  readonly #artistReleaseTitle: Uint32Array;
  readonly #artistReleaseRank: SmallNumbers;
  readonly #releaseArtist: Runs;
  readonly #releaseArtistArtist: Uint32Array;
  readonly #groupRelease: Runs;
  readonly #groupReleaseRelease: Uint32Array;
  readonly #publication: PublicationIndex;
  readonly #nodes: NodeIds;
  readonly #links: LinkIndex;
  readonly #readAhead: ReadAhead;

  constructor(file: IndexFile) {
    this.meta = file.meta as IndexMeta;
    this.#artistSource = new RunLengths(file, 'artist.source');
    this.#artistFlags = file.u8('artist.flags');
    this.#artistNames = new PackedTexts(file, 'artist.name');
    this.#artistComments = new PackedTexts(file, 'artist.comment');
    this.artistKeys = new KeySearch(file, 'artistKey');
    this.#name = new Runs(file, 'name');
    this.#nameArtist = new Ordinals(file, 'name.artist', this.meta.artists);
    this.#nameText = new NameTexts(file, 'name');
    this.#releaseSource = new RunLengths(file, 'release.source');
    this.#releaseFlags = file.u8('release.flags');
    this.#releaseGroup = file.u32('release.group');
    this.#releaseYear = openWordColumn(file, 'release.year', this.meta.years.length);
    this.#releaseCountry = openWordColumn(file, 'release.country', this.meta.countries.length);
    this.#releaseFormat = openWordColumn(file, 'release.format', this.meta.formats.length);
    this.#releaseTitles = new PackedTexts(file, 'release.title');
    this.#releaseCredits = new PackedTexts(file, 'release.credit');
    this.titleKeys = new KeySearch(file, 'titleKey');
    this.#title = new Runs(file, 'title');
    this.#titleRelease = file.u32('title.release');
    this.#artistRelease = new Runs(file, 'artistRelease');
    this.#artistReleaseTitle = file.u32('artistRelease.title');
    this.#artistReleaseRank = new SmallNumbers(file, 'artistRelease.rank');
    this.#releaseArtist = new Runs(file, 'releaseArtist');
    this.#releaseArtistArtist = file.u32('releaseArtist.artist');
    this.#groupRelease = new Runs(file, 'groupRelease');
    this.#groupReleaseRelease = file.u32('groupRelease.release');
    this.#publication = new PublicationIndex(file, this.meta.labels);
    this.#nodes = new NodeIds(file, this.meta);
    this.#links = new LinkIndex(file, this.meta);
    this.#readAhead = new ReadAhead({
      name: this.#name,
      nameArtist: this.#nameArtist,
      nameText: this.#nameText,
      artistFlags: this.#artistFlags,
      artistRelease: this.#artistRelease,
      artistReleaseTitle: this.#artistReleaseTitle,
      title: this.#title,
      titleRelease: this.#titleRelease,
      releaseFlags: this.#releaseFlags,
      releaseGroup: this.#releaseGroup,
      groupRelease: this.#groupRelease,
      releaseTitles: this.#releaseTitles,
      links: this.#links,
      artists: this.meta.artists,
    });
  }

  /** Has what the look-ups of these keys will read at hand: places in `artistKeys` and in `titleKeys`, -1 for none. */
  readAhead(artistKeys: readonly number[], titleKeys: readonly number[]): void {
    this.#readAhead.namesUnder(artistKeys);
    this.#readAhead.releasesTitled(titleKeys);
  }

  // — artists

  /** Names under a key (`artistKey`) known by its place in `artistKeys`: by artist, role, spelling. */
  namesUnder(place: number): NameEntry[] {
    const entries: NameEntry[] = [];
    const key = this.artistKeys.text(place);
    const start = this.#name.start(place);
    for (let at = start; at < start + this.#name.count(place); at += 1) {
      const artist = this.#nameArtist.get(at);
      const role = nameRoles[this.#nameText.role(at)] as NameRole;
      entries.push({ artist, role, text: this.#nameText.text(at, key) ?? this.artistName(artist) });
    }
    return entries;
  }

  artistSource(artist: number): IndexSource {
    return this.meta.sources[this.#artistSource.get(artist)] as IndexSource;
  }

  artistId(artist: number): string {
    return this.isPlaceholder(artist) ? artistKey(this.artistName(artist)) : this.#nodes.get(artist);
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
    const isOf = (source: number) => ofFamily[source] ?? false;
    const variation = nameRoles.indexOf('variation');
    let variations = 0;
    for (let name = 0; name < this.#nameText.length; name += 1) {
      if (this.#nameText.role(name) !== variation) continue;
      variations += Number(isOf(this.#artistSource.get(this.#nameArtist.get(name))));
    }
    return { artists: this.#artistSource.count(isOf), releases: this.#releaseSource.count(isOf), variations };
  }

  // — releases

  /** Number of a title key, or -1 when no release is called so. */
  findTitle(key: string): number {
    return this.titleKeys.find(key);
  }

  /** Releases of any artist with this title, ascending. */
  releasesTitled(title: number): Uint32Array {
    const start = this.#title.start(title);
    return this.#titleRelease.subarray(start, start + this.#title.count(title));
  }

  /** Of the first `end` releases with a title, those of a family. */
  countTitled(title: number, family: string, end: number): number {
    const start = this.#title.start(title);
    const last = start + Math.min(this.#title.count(title), end);
    let count = 0;
    for (let at = start; at < last; at += 1)
      if (this.releaseSource(this.#titleRelease[at] as number).family === family) count += 1;
    return count;
  }

  /** Releases credited to an artist under this title, ascending. */
  releasesOf(artist: number, title: number): number[] {
    const start = this.#artistRelease.start(artist);
    const end = start + this.#artistRelease.count(artist);
    const found: number[] = [];
    let at = lowerBound(this.#artistReleaseTitle, title, start, end);
    if (at === end || this.#artistReleaseTitle[at] !== title) return found;
    const first = this.#title.start(title);
    for (; at < end && this.#artistReleaseTitle[at] === title; at += 1)
      found.push(this.#titleRelease[first + this.#artistReleaseRank.get(at)] as number);
    return found;
  }

  /** Places in `titleKeys` of an artist's titles, ascending, each once. */
  titlesOf(artist: number): number[] {
    const start = this.#artistRelease.start(artist);
    const all = this.#artistReleaseTitle.subarray(start, start + this.#artistRelease.count(artist));
    return [...all].filter((title, place) => title !== all[place - 1]);
  }

  /** How many titles of releases stand under an artist. */
  releaseCount(artist: number): number {
    return this.#artistRelease.count(artist);
  }

  releaseSource(release: number): IndexSource {
    return this.meta.sources[this.#releaseSource.get(release)] as IndexSource;
  }

  releaseId(release: number): string {
    return this.#nodes.get(this.meta.artists + release);
  }

  releaseTitle(release: number): string {
    const ofGroup = ((this.#releaseFlags[release] as number) & releaseFlag.titleOfGroup) !== 0;
    return this.#releaseTitles.get(ofGroup ? (this.#releaseGroup[release] as number) : release);
  }

  otherTitles(release: number): string[] {
    return this.#publication.otherTitles(release);
  }

  /** The artist credit as printed, or null. */
  releaseCredit(release: number): string | null {
    const flags = this.#releaseFlags[release] as number;
    if ((flags & releaseFlag.creditOfGroup) !== 0)
      return this.#releaseCredits.get(this.#releaseGroup[release] as number) || null;
    if ((flags & releaseFlag.creditOfArtist) === 0) return this.#releaseCredits.get(release) || null;
    return this.artistName(this.#releaseArtistArtist[this.#releaseArtist.start(release)] as number);
  }

  releaseYear(release: number): number | null {
    return this.meta.years[this.#releaseYear[release] as number] || null;
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
    const start = this.#groupRelease.start(group);
    return this.#groupReleaseRelease.subarray(start, start + this.#groupRelease.count(group));
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
    const start = this.#releaseArtist.start(release);
    return this.#releaseArtistArtist.subarray(start, start + this.#releaseArtist.count(release));
  }

  labelsOf(release: number): { name: string; catalogNumber: string }[] {
    return this.#publication.labels(release);
  }

  barcodesOf(release: number): string[] {
    return this.#publication.barcodes(release);
  }

  // — cross-references

  /** Number under which an artist or a release has its links. */
  nodeOf(of: { artist: number } | { release: number }): number {
    return 'artist' in of ? of.artist : this.meta.artists + of.release;
  }

  /** Everything an id is linked to, in either direction, in the order of what it leads to. */
  linksOf(source: string, id: string): Link[] {
    const node = this.#nodes.find(source, id);
    return node < 0 ? [] : this.linksOfNode(node);
  }

  /** The same by number. */
  linksOfNode(node: number): Link[] {
    const links = this.#links.stored(node);
    this.#addGroupLinks(node, links);
    const named = links.map((link) => ({ link, source: this.#nodes.sourceOf(link.to), id: this.#nodes.get(link.to) }));
    if (named.length > 1) named.sort(compareLinks);
    return named.map(({ link: { to, via, ended, best }, source, id }) => ({ node: to, source, id, via, ended, best }));
  }

  /** Links that every member of a group has with its group. */
  #addGroupLinks(node: number, links: NodeLink[]): void {
    const release = node - this.meta.artists;
    if (release < 0 || release >= this.meta.releases) return;
    const source = this.#releaseSource.get(release);
    const group = this.groupOf(release);
    for (const { releases, groups, property: via } of this.meta.groupRelations) {
      const add = (to: number, asserted: boolean) =>
        links.push({ to: this.meta.artists + to, via, ended: false, best: false, asserted });
      if (source === releases && group !== null && this.#releaseSource.get(group) === groups) add(group, true);
      if (source !== groups) continue;
      for (const member of this.pressingsOf(release))
        if (this.#releaseSource.get(member) === releases) add(member, false);
    }
  }
}

interface NamedLink {
  readonly link: NodeLink;
  readonly source: string;
  readonly id: string;
}

function compareLinks(a: NamedLink, b: NamedLink): number {
  return (
    compareText(a.source, b.source) ||
    compareText(a.id, b.id) ||
    compareText(a.link.via, b.link.via) ||
    Number(a.link.ended) - Number(b.link.ended) ||
    Number(b.link.asserted) - Number(a.link.asserted)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
