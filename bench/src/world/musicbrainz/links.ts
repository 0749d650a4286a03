import { mbGid } from '../model/ids.ts';
import type { World } from '../model/world.ts';
import { copyText } from '../output/copy-text.ts';
import type { TableFolder } from '../output/table-folder.ts';
import { type LinkTypeName, linkId } from './small-tables.ts';

export const STAMP = '2026-08-30 12:00:00+00';

export interface UrlLink {
  readonly type: LinkTypeName;
  readonly entity: number;
  readonly url: string;
  readonly ended?: boolean;
}

/** Writes addresses and the relationships that use them; rows are numbered as they come. */
export interface LinkWriter {
  artistUrl(link: UrlLink): void;
  releaseUrl(link: UrlLink): void;
  releaseGroupUrl(link: UrlLink): void;
  memberOfBand(member: number, group: number): void;
}

export function createLinkWriter(world: World, tables: TableFolder): LinkWriter {
  let urls = 0;
  let relationships = 0;
  const addUrl = (url: string): number => {
    urls += 1;
    tables.row('url', `${urls}\t${mbGid(world.seed, 'url', urls)}\t${copyText(url)}\t0\t${STAMP}`);
    return urls;
  };
  const relate = (table: string, link: number, ends: readonly [from: number, to: number]) => {
    relationships += 1;
    tables.row(table, `${relationships}\t${link}\t${ends[0]}\t${ends[1]}\t0\t${STAMP}\t0\t\t`);
  };
  const urlWriter =
    (table: string) =>
    ({ type, entity, url, ended = false }: UrlLink) =>
      relate(table, linkId(type, ended), [entity, addUrl(url)]);
  return {
    artistUrl: urlWriter('l_artist_url'),
    releaseUrl: urlWriter('l_release_url'),
    releaseGroupUrl: urlWriter('l_release_group_url'),
    memberOfBand: (member, group) => relate('l_artist_artist', linkId('memberOfBand', false), [member, group]),
  };
}
