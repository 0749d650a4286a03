import { join } from 'node:path';
import { isOnDiscogs } from '../model/artist.ts';
import { labelNameOf } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import { NOT_ON_LABEL } from '../model/release.ts';
import { VARIOUS } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { csvRow } from '../output/csv.ts';
import { createBlockFile, type WrittenFile } from '../output/gzip-file.ts';
import { mix, Random } from '../random.ts';
import { DEGRADATIONS, type Degradation, type DegradationName, STATION_GENRES } from './degradations.ts';
import { drawPick, hasRival, type Pick } from './pick.ts';
import { TRUTH_COLUMNS, truthRow } from './truth.ts';
import type { Typed } from './typing.ts';

const LIBRARY_COLUMNS = ['id', 'artist', 'title', 'label', 'format', 'year', 'genre', 'shelf_code'];
const MOST_TRIES = 20_000;
const NAMES = Object.keys(DEGRADATIONS) as DegradationName[];

/** Which degradation each row gets: each at least once, in its share, in no order. */
export function planRows(seed: number, rows: number): DegradationName[] {
  const total = NAMES.reduce((sum, name) => sum + DEGRADATIONS[name].share, 0);
  const plan: DegradationName[] = [];
  for (const name of NAMES) {
    const count = Math.max(1, Math.round((DEGRADATIONS[name].share / total) * rows));
    for (let k = 0; k < count; k += 1) plan.push(name);
  }
  while (plan.length < rows) plan.push('exact');
  // Rounding up is paid for by exact rows.
  while (plan.length > rows && plan.includes('exact')) plan.splice(plan.indexOf('exact'), 1);
  const random = new Random(mix(seed, PURPOSE.library, 0));
  for (let k = plan.length - 1; k > 0; k -= 1) {
    const other = random.below(k + 1);
    [plan[k], plan[other]] = [plan[other]!, plan[k]!];
  }
  return plan;
}

function isFit(pick: Pick, name: DegradationName): boolean {
  if (pick.artist === VARIOUS) return true;
  const answerable = name !== 'absent_artist' && name !== 'unusable_artist' && name !== 'homonym_without_album';
  if (answerable && name !== 'musicbrainz_only' && !isOnDiscogs(pick.world, pick.artist)) return false;
  return !answerable || !hasRival(pick);
}

/** Draws records until one lends itself; null in a world too small to have any. */
function typeRow(world: World, id: number, name: DegradationName): { pick: Pick; typed: Typed } | null {
  const random = new Random(mix(world.seed, PURPOSE.library, id));
  const { various, type }: Degradation = DEGRADATIONS[name];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const pick = drawPick(world, random, various);
    const typed = isFit(pick, name) ? type(pick) : null;
    if (typed !== null) return { pick, typed };
  }
  return null;
}

function formatOnCard({ release }: Pick, random: Random): string {
  const { name, descriptions } = release.format;
  if (name === 'Vinyl') {
    const small = descriptions.find((each) => each.endsWith('"'));
    return small === undefined ? random.pick(['vinyl', 'LP', 'vinyl - LP']) : `vinyl - ${small}`;
  }
  return { CD: 'cd', CDr: 'cdr', Cassette: 'cassette', File: 'cd' }[name];
}

function libraryRow(id: number, pick: Pick, typed: Typed): string[] {
  const { work, release, world } = pick;
  const random = new Random(mix(world.seed + 1, PURPOSE.library, id));
  const [first] = release.labels;
  const absent = typed.truth === 'none' || typed.truth === 'artist';
  const label = first === undefined || first.label === NOT_ON_LABEL || absent ? '' : labelNameOf(world, first.label);
  const genre = STATION_GENRES[work.genre]!;
  const letters =
    typed.artist
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 2)
      .toUpperCase() || 'ZZ';
  return [
    String(id),
    typed.artist,
    typed.title,
    random.chance(0.65) ? label : '',
    formatOnCard(pick, random),
    random.chance(0.55) && release.year > 0 && !absent ? String(release.year) : '',
    genre,
    `${genre.slice(0, 2).toUpperCase()} ${letters} ${1 + (id % 97)}/${1 + (id % 7)}`,
  ];
}

/** library.csv as a station typed it, and truth.csv with what each row is. */
export async function writeLibrary(world: World, folder: string, rows: number): Promise<WrittenFile[]> {
  const library = createBlockFile(join(folder, 'library.csv'));
  const truth = createBlockFile(join(folder, 'truth.csv'));
  library.add(csvRow(LIBRARY_COLUMNS));
  truth.add(csvRow(TRUTH_COLUMNS));
  for (const [k, planned] of planRows(world.seed, rows).entries()) {
    const id = k + 1;
    let name = planned;
    let row = typeRow(world, id, name);
    if (row === null) {
      name = 'exact';
      row = typeRow(world, id, name);
    }
    if (row === null) continue;
    const { pick, typed } = row;
    const full = library.add(csvRow(libraryRow(id, pick, typed)));
    truth.add(csvRow(truthRow(pick, { id, degradation: name, answerable: typed.truth ?? 'album' })));
    if (full) await Promise.all([library.flush(), truth.flush()]);
  }
  return [await library.close(), await truth.close()];
}
