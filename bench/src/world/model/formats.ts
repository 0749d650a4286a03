import type { WorkKind } from '../names/title.ts';
import type { Random } from '../random.ts';

export interface Format {
  /** As Discogs calls it. */
  readonly name: 'Vinyl' | 'CD' | 'Cassette' | 'File' | 'CDr';
  readonly discs: number;
  readonly descriptions: readonly string[];
}

const NAMES: readonly Format['name'][] = ['Vinyl', 'CD', 'Cassette', 'File', 'CDr'];

function weightsOf(year: number): readonly number[] {
  if (year < 1985) return [88, 0, 12, 0, 0];
  if (year < 1992) return [52, 30, 18, 0, 0];
  if (year < 2004) return [27, 62, 6, 0, 5];
  return [32, 33, 6, 25, 4];
}

function describe(name: Format['name'], kind: WorkKind, random: Random): string[] {
  const small = kind === 'single' || kind === 'ep' || kind === 'remixes';
  const form =
    { single: 'Single', ep: 'EP', remixes: 'EP', best_of: 'Compilation', various: 'Compilation' }[kind as string] ??
    'Album';
  if (name === 'Vinyl') {
    const size = small ? (random.chance(0.5) ? ['7"', '45 RPM'] : ['12"', '33 ⅓ RPM']) : ['LP'];
    return [...size, form, ...(random.chance(0.15) ? ['Stereo'] : [])];
  }
  return name === 'File' ? ['FLAC', form] : [form];
}

export function drawFormat(random: Random, year: number, kind: WorkKind, trackCount: number): Format {
  const name = NAMES[random.weighted(weightsOf(year))]!;
  const discs = trackCount > 16 && name !== 'File' ? 2 : 1;
  return { name, discs, descriptions: describe(name, kind, random) };
}

/** Disc of a track, 0 first. */
export function discOf(format: Format, trackCount: number, nth: number): number {
  return Math.floor(nth / Math.ceil(trackCount / format.discs));
}

/** `B2`, `7` or `2-04`, as the format has it. */
export function positionOf(format: Format, trackCount: number, nth: number): string {
  const perDisc = Math.ceil(trackCount / format.discs);
  if (format.name !== 'Vinyl' && format.name !== 'Cassette') {
    if (format.discs === 1) return String(nth + 1);
    return `${Math.floor(nth / perDisc) + 1}-${String((nth % perDisc) + 1).padStart(2, '0')}`;
  }
  const perSide = Math.ceil(trackCount / (format.discs * 2));
  const side = String.fromCharCode(65 + Math.floor(nth / perSide));
  return perSide === 1 ? side : `${side}${(nth % perSide) + 1}`;
}
