import { discogsId } from '../model/ids.ts';
import type { Work } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { element, wrap } from '../output/xml.ts';
import { mainCreditsXml } from './credits.ts';

export function genresXml({ genre, styles }: Work): string {
  return (
    wrap('genres', element('genre', genre)) + wrap('styles', styles.map((style) => element('style', style)).join(''))
  );
}

/** One record, one line; null for a work without a master. */
export function masterXml(world: World, work: Work): string | null {
  if (!work.mastered || !work.onDiscogs) return null;
  return `<master id="${discogsId(world.seed, work.index)}"><main_release>${discogsId(world.seed, work.firstRelease)}</main_release>${mainCreditsXml(world, work.credits, work.firstRelease)}${genresXml(work)}<year>${work.year}</year>${element('title', work.title.text)}<data_quality>Generated</data_quality></master>\n`;
}
