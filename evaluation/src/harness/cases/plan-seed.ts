import { mix, Random } from '@deadwax/bench/world/random';
import type { Album, RecordId } from '../catalogue/album.ts';
import { AuthoredCatalogue } from '../catalogue/authored-catalogue.ts';
import { Drawings } from '../catalogue/drawings.ts';
import { NameSource } from '../catalogue/name-source.ts';
import type { Stock } from '../catalogue/stock.ts';
import type { Group, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';
import { Claims } from './claims.ts';

export interface PlannedTarget extends Target {
  readonly scenario: string;
  /** The album is missing from the reference. */
  readonly withheld: boolean;
  /** Albums of its group that are in the reference. */
  readonly siblings: readonly Album[];
}

/** Which records a seed asks for, and which of them its reference lacks. */
export interface Plan {
  readonly catalogue: AuthoredCatalogue;
  readonly withheld: ReadonlySet<RecordId>;
  readonly targets: readonly PlannedTarget[];
}

/** Targets a scenario needs of each kind; more make the cases of a seed more different from one another. */
const ENOUGH = { answerable: 16, unanswerable: 12 };
const MOST_GROUPS = 60;
const PURPOSE = 7001;
const SHARE_OF_SINGLES = 0.45;
const SHARE_OF_GROUPS = 0.75;

export function planSeed(seed: number, scenarios: readonly Scenario[], stock: Stock): Plan {
  const random = new Random(mix(seed, PURPOSE, 0));
  const context = {
    random,
    names: new NameSource(new Random(mix(seed, PURPOSE, 1)), artistNamesOf(stock)),
    catalogue: new AuthoredCatalogue(new Random(mix(seed, PURPOSE, 2))),
    drawings: new Drawings(new Random(mix(seed, PURPOSE, 3))),
    stock,
  };
  const claims = new Claims(stock, context.catalogue);
  const targets: PlannedTarget[] = [];
  for (const scenario of scenarios) {
    const planned: PlannedTarget[] = [];
    for (let made = 0; made < MOST_GROUPS && !isEnough(planned, scenario); made += 1) {
      const group = scenario.make(context);
      if (group === null) break;
      planned.push(...planGroup(group, scenario, { claims, random }));
    }
    targets.push(...planned);
  }
  return { catalogue: context.catalogue, withheld: claims.withheld(), targets };
}

function artistNamesOf({ worldAlbums, realAlbums }: Stock): Set<string> {
  return new Set([...worldAlbums, ...realAlbums].flatMap(({ credits }) => credits.map(({ name }) => name)));
}

function isEnough(planned: readonly PlannedTarget[], { withhold }: Scenario): boolean {
  const withheld = planned.filter((target) => target.withheld && !target.artistOnly).length;
  const wanted = withhold === 'nothing' ? 0 : ENOUGH.unanswerable;
  return planned.length - withheld >= ENOUGH.answerable && withheld >= wanted;
}

/** Decides what of a group is missing. None of it is asked for where another group needs it otherwise. */
function planGroup(
  { targets, staying = [] }: Group,
  { name, withhold }: Scenario,
  { claims, random }: { claims: Claims; random: Random },
): PlannedTarget[] {
  const albums = [...new Set(targets.map(({ album }) => album))];
  const always = new Set(targets.flatMap(({ artistOnly, album }) => (artistOnly ? [album] : [])));
  const missing = new Set([...always, ...(withhold === 'nothing' ? [] : drawMissing(albums, random))]);
  const kept = [...albums.filter((album) => !missing.has(album)), ...staying];
  const withArtists = withhold === 'artist' || (withhold === 'either' && random.chance(0.5));
  const isDone =
    (withArtists && claims.claim({ kept, missing: [...missing], withArtists: true })) ||
    (withhold !== 'artist' && claims.claim({ kept, missing: [...missing], withArtists: false }));
  if (!isDone) return [];
  return targets.map((target) => ({
    ...target,
    scenario: name,
    withheld: missing.has(target.album),
    siblings: kept.filter((album) => album !== target.album),
  }));
}

function drawMissing(albums: readonly Album[], random: Random): Album[] {
  if (albums.length === 1) return random.chance(SHARE_OF_SINGLES) ? [...albums] : [];
  if (!random.chance(SHARE_OF_GROUPS)) return [];
  const first = random.pick(albums);
  const second = random.pick(albums);
  return albums.length < 4 ? [first] : [...new Set([first, second])];
}
