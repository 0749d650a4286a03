import type { EntitySource } from '../authority.ts';
import { entityNames } from './name.ts';

/** Ids are the user's own: any text of one line. */
export const CSV_ID_PATTERN = /^[^\p{Cc}]{1,200}$/u;

export function csvEntities(name: string): EntitySource[] {
  const { artist, release } = entityNames(name);
  const shared = { family: name, mainField: null, integerId: false, pattern: CSV_ID_PATTERN, url: () => null };
  return [
    { ...shared, name: artist, grain: 'artist' },
    { ...shared, name: release, grain: 'release', titleAlone: true },
  ];
}
