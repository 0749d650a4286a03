import { discogsId } from '../model/ids.ts';
import { discogsLabelName, parentLabelOf, sublabelOf } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import type { World } from '../model/world.ts';
import { element, escapeText, wrap } from '../output/xml.ts';
import { mix, Random } from '../random.ts';

export const NOT_ON_LABEL_ID = 1818;

export const SPECIAL_LABELS = `<label><id>${NOT_ON_LABEL_ID}</id><name>Not On Label</name><data_quality>Generated</data_quality></label>\n`;

/** Labels are known by numbers of their own: artists, labels and works each count from the same base. */
export function discogsLabelId(world: World, label: number): number {
  return discogsId(world.seed, label);
}

function reference(world: World, label: number): string {
  return escapeText(discogsLabelName(world, label));
}

export function labelXml(world: World, label: number): string {
  const random = new Random(mix(world.seed, PURPOSE.label, label + world.artists));
  const parent = parentLabelOf(world, label);
  const child = sublabelOf(world, label);
  const contact = random.chance(0.2) ? `P.O. Box ${random.between(100, 9999)}\nNowhere (generated)` : '';
  const profile = label === 0 ? 'Generated sample data: this label and every record on it are made up.' : '';
  return `<label><id>${discogsLabelId(world, label)}</id>${element('name', discogsLabelName(world, label))}${element('contactinfo', contact)}${element('profile', profile)}<data_quality>Generated</data_quality>${parent === null ? '' : `<parentLabel id="${discogsLabelId(world, parent)}">${reference(world, parent)}</parentLabel>`}${child === null ? '' : wrap('sublabels', `<label id="${discogsLabelId(world, child)}">${reference(world, child)}</label>`)}</label>\n`;
}
