import { mix, Random } from '../random.ts';
import { drawFormat, type Format } from './formats.ts';
import { labelNameOf } from './names.ts';
import { PURPOSE } from './purposes.ts';
import type { Work } from './work.ts';
import type { World } from './world.ts';

/** A record that its makers put out themselves. */
export const NOT_ON_LABEL = -1;

export interface ReleaseLabel {
  readonly label: number;
  readonly catalogNumber: string;
}

export interface Release {
  readonly index: number;
  /** 0 for the first edition of its work. */
  readonly edition: number;
  readonly title: string;
  readonly format: Format;
  readonly country: string;
  /** 0 when nobody knows. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly labels: readonly ReleaseLabel[];
  /** Digits, or empty. */
  readonly barcode: string;
  readonly layout: 'plain' | 'headings' | 'index';
}

const ABROAD = [
  'US',
  'UK',
  'Germany',
  'Japan',
  'France',
  'Italy',
  'Netherlands',
  'Canada',
  'Australia',
  'Spain',
  'Europe',
  'Brazil',
];

/** EAN-13 that begins with 2: kept by GS1 for use inside a shop, so no record has it. */
function makeBarcode(random: Random): string {
  let digits = '2';
  while (digits.length < 12) digits += random.below(10);
  let sum = 0;
  for (let k = 0; k < 12; k += 1) sum += Number(digits[k]) * (k % 2 === 0 ? 1 : 3);
  return digits + String((10 - (sum % 10)) % 10);
}

function catalogNumber(label: string, random: Random): string {
  const letters = label
    .replace(/[^A-Za-z]/g, '')
    .slice(0, random.between(2, 4))
    .toUpperCase();
  const number = random.chance(0.5)
    ? String(random.between(1, 999)).padStart(3, '0')
    : String(random.between(1000, 99_999));
  return `${letters}${random.pick(['', ' ', '-', ' '])}${number}${random.chance(0.1) ? random.pick(['CD', 'LP', 'R', '-1']) : ''}`;
}

/** The label an artist is with; the first labels have the most artists. */
export function homeLabelOf(world: World, work: Work): number {
  const owner = Math.max(0, work.credits[0]!.artist);
  const random = new Random(mix(world.seed, PURPOSE.label, owner + (owner === 0 ? work.index : 0)));
  return random.chance(0.05) ? NOT_ON_LABEL : random.zipf(world.labels);
}

function drawLabels(world: World, work: Work, edition: number, random: Random): ReleaseLabel[] {
  const home = edition === 0 || random.chance(0.5) ? homeLabelOf(world, work) : random.zipf(world.labels);
  if (home === NOT_ON_LABEL) return [{ label: home, catalogNumber: 'none' }];
  const number = random.chance(0.06) ? 'none' : catalogNumber(labelNameOf(world, home), random);
  const labels = [{ label: home, catalogNumber: number }];
  // The label again, with its number spelled otherwise; or a second label.
  if (random.chance(0.06) && number.includes(' ')) labels.push({ label: home, catalogNumber: number.replace(' ', '') });
  else if (random.chance(0.07)) labels.push({ label: random.zipf(world.labels), catalogNumber: number });
  return labels;
}

function drawTitle(work: Work, edition: number, random: Random): string {
  const { text, latin } = work.title;
  if (edition === 0 || random.chance(0.93)) return text;
  return random.chance(0.3) ? latin : text + random.pick([' (Remastered)', ' (Deluxe Edition)', ' [Reissue]']);
}

export function releaseAt(world: World, work: Work, edition: number): Release {
  const index = work.firstRelease + edition;
  const random = new Random(mix(world.seed, PURPOSE.release, index));
  const later = edition === 0 ? 0 : Math.floor(25 * random.next() ** 2.2);
  const year = work.year === 0 ? 0 : Math.min(2026, work.year + later);
  const format = drawFormat(random, year === 0 ? 1990 : year, work.kind, work.trackCount);
  const descriptions = later > 3 && random.chance(0.7) ? [...format.descriptions, 'Reissue'] : format.descriptions;
  const hasBarcode = year > 1982 && format.name !== 'File' && random.chance(0.6);
  const layout = random.next();
  const month = random.chance(0.4) ? random.between(1, 12) : 0;
  return {
    index,
    edition,
    title: drawTitle(work, edition, random),
    format: { ...format, descriptions },
    country: edition === 0 || random.chance(0.35) ? work.culture.country : random.pickZipf(ABROAD),
    year,
    month: year === 0 ? 0 : month,
    day: month > 0 && year > 0 && random.chance(0.7) ? random.between(1, 28) : 0,
    labels: drawLabels(world, work, edition, random),
    barcode: hasBarcode ? makeBarcode(random) : '',
    layout:
      layout < 0.03 && work.trackCount > 4 ? 'headings' : layout < 0.05 && work.trackCount > 4 ? 'index' : 'plain',
  };
}
