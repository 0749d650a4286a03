import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceInput } from '@deadwax/snapshot/build/load-source';
import { discogsSource } from '@deadwax/sources/discogs/source';
import type { Resolver } from '../../src/resolver.ts';
import { makeResolver } from '../resolve/make-resolver.ts';

type Mention = readonly [id: number, name: string];

export interface Artist {
  readonly id: number;
  readonly name: string;
  readonly variations?: readonly string[];
  readonly aliases?: readonly Mention[];
  readonly members?: readonly Mention[];
  readonly groups?: readonly Mention[];
}

interface Master {
  readonly id: number;
  readonly artist: Mention;
  readonly title: string;
  readonly year?: number;
}

export interface Release {
  readonly id: number;
  readonly artist: readonly [id: number, name: string, printed?: string];
  readonly title: string;
  readonly year?: number;
  readonly label?: string;
  readonly catalogNumber?: string;
  readonly barcode?: string;
  readonly format?: string;
  readonly master?: number;
  readonly isMain?: boolean;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const mentions = (tag: string, names: readonly Mention[] = []) =>
  `<${tag}>${names.map(([id, name]) => `<name id="${id}">${escaped(name)}</name>`).join('')}</${tag}>`;
const credit = ([id, name, printed]: Release['artist']) =>
  `<artists><artist><id>${id}</id><name>${escaped(name)}</name>${printed ? `<anv>${escaped(printed)}</anv>` : ''}</artist></artists>`;

const artistXml = ({ id, name, variations = [], aliases, members, groups }: Artist) =>
  `<artist><id>${id}</id><name>${escaped(name)}</name><namevariations>${variations
    .map((each) => `<name>${escaped(each)}</name>`)
    .join(
      '',
    )}</namevariations>${mentions('aliases', aliases)}${mentions('members', members)}${mentions('groups', groups)}</artist>`;

const masterXml = ({ id, artist, title, year }: Master) =>
  `<master id="${id}">${credit(artist)}<title>${escaped(title)}</title>${year ? `<year>${year}</year>` : ''}</master>`;

const releaseXml = ({ id, artist, title, year, label, catalogNumber, barcode, format, master, isMain }: Release) =>
  `<release id="${id}">${credit(artist)}<title>${escaped(title)}</title>${
    label ? `<labels><label name="${escaped(label)}" catno="${catalogNumber ?? 'none'}" id="5"/></labels>` : ''
  }${format ? `<formats><format name="${format}" qty="1"/></formats>` : ''}${
    barcode ? `<identifiers><identifier type="Barcode" value="${barcode}"/></identifiers>` : ''
  }${year ? `<released>${year}</released>` : ''}${
    master ? `<master_id is_main_release="${isMain ?? false}">${master}</master_id>` : ''
  }</release>`;

interface DiscogsRecords {
  readonly artists: readonly Artist[];
  readonly masters?: readonly Master[];
  readonly releases: readonly Release[];
}

/** Tiny Discogs dumps of these records, to build a snapshot from. */
export async function writeDiscogsDumps(records: DiscogsRecords): Promise<SourceInput> {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-discogs-'));
  const write = (kind: string, texts: readonly string[]) =>
    writeFile(join(folder, `discogs_20260801_${kind}.xml`), `<${kind}>\n${texts.join('\n')}\n</${kind}>\n`);
  await write('artists', records.artists.map(artistXml));
  await write('masters', (records.masters ?? []).map(masterXml));
  await write('releases', records.releases.map(releaseXml));
  return { source: discogsSource, files: await discogsSource.discover(folder) };
}

/** A resolver over tiny Discogs dumps of these records. */
export async function makeDiscogsResolver(records: DiscogsRecords): Promise<Resolver> {
  return makeResolver([await writeDiscogsDumps(records)]);
}
