import { isDeepStrictEqual } from 'node:util';
import type { CheckedVerdict } from '../identity/check-verdict.ts';
import type { Identity, Override, SourceLink, StoredIdentity } from '../identity/identity.ts';
import { identityColumns, sourceOfColumn } from '../identity/identity-columns.ts';
import { settle } from '../identity/settle.ts';

export type DriftClass =
  | 'same'
  | 'confidence_only'
  | 'method_only'
  | 'id_added'
  | 'manual_shadowed'
  | 'id_removed'
  | 'kind_changed'
  | 'now_unresolved'
  | `id_changed:${string}`;

/** A row as it is stored, and the kind of its last answer; null where it was never answered. */
export interface ComparedRow extends StoredIdentity {
  readonly kind: CheckedVerdict['kind'] | null;
}

export interface DriftFinding {
  /** Everything that applies, the most serious first. Never empty. */
  readonly classes: readonly [DriftClass, ...DriftClass[]];
  /** What the row would be, had it been asked about now; overrides laid on top. */
  readonly fresh: { readonly identity: Identity | null; readonly links: readonly SourceLink[] };
}

/** Two ids for one thing: one of them is wrong. Then what is lost, what people hide, what is new, and how it was reached. */
const SERIOUSNESS = ['id_changed', 'now_unresolved', 'kind_changed', 'id_removed', 'manual_shadowed', 'id_added'];

/**
 * How a row differs from what the resolver says of it now. Sources that were not looked in say nothing, so what stands of them
 * is the same. A firm link that the writer would keep is compared all the same: catalog and resolver disagree.
 *
 * | stored | fresh | |
 * |---|---|---|
 * | master 1 | master 1, surer | confidence_only |
 * | master 1 | master 2 | id_changed:discogs_master_id |
 * | master 1 | master 1, release 7 | id_added |
 * | master 1 | unresolved, looked in | now_unresolved, id_removed |
 * | pinned to master 1 | master 2 | manual_shadowed |
 */
export function compareWithFresh(stored: ComparedRow, verdict: CheckedVerdict): DriftFinding {
  // At no confidence no standing link is firm: all that was looked for gives way.
  const yielding = stored.links.map((link) => (verdict.asked.has(link.source) ? { ...link, confidence: 0 } : link));
  const { identity, links } = settle({ ...stored, links: yielding }, verdict, false);
  const fresh = { identity, links };
  const kind = stored.kind ?? (stored.identity === null ? null : 'single_artist');
  const classes = new Set<DriftClass>();
  const kindChanged = kind !== null && kind !== verdict.kind;
  if (kindChanged) classes.add(verdict.kind === 'unresolved' ? 'now_unresolved' : 'kind_changed');
  // Between kinds the composed identity comes or goes by itself; what sources say is compared whatever the kind.
  if (!kindChanged) addIds(classes, idsOf(stored.identity), idsOf(fresh.identity));
  addIds(classes, idsOfLinks(stored.links), idsOfLinks(fresh.links));
  if (classes.size === 0) addHow(classes, stored, fresh);
  if (stored.overrides.some((override) => hides(override, verdict))) classes.add('manual_shadowed');
  const [first = 'same', ...others] = [...classes].sort((a, b) => rankOfClass(a) - rankOfClass(b));
  return { classes: [first, ...others], fresh };
}

/** Overrides that a row does not show: something wrote over what a person decided. */
export function isOverwritten({ identity, links, overrides }: StoredIdentity): boolean {
  return overrides.some(({ source, action, externalId }) => {
    const link = links.find((each) => each.source === source);
    if (action === 'pin')
      return identity?.method !== 'manual' || link?.method !== 'manual' || link.externalId !== externalId;
    return link !== undefined && link.method !== 'manual' && (externalId === null || link.externalId === externalId);
  });
}

export function isIdChanged(driftClass: DriftClass): boolean {
  return driftClass.startsWith('id_changed:');
}

export function rankOfClass(driftClass: DriftClass): number {
  const place = SERIOUSNESS.indexOf(driftClass.split(':')[0] as string);
  return place === -1 ? SERIOUSNESS.length : place;
}

type Ids = ReadonlyMap<string, string>;

/** Ids by column, those of the artist by source. */
function idsOf(identity: Identity | null): Ids {
  if (identity === null) return new Map();
  const own = identityColumns.flatMap((column) => {
    const id = identity.ids[column];
    return id === null ? [] : [[column, id] as const];
  });
  return new Map([...own, ...Object.entries(identity.artistIds)]);
}

const columnOfSource = new Map<string, string>(identityColumns.map((column) => [sourceOfColumn[column], column]));

function idsOfLinks(links: readonly SourceLink[]): Ids {
  return new Map(links.map(({ source, externalId }) => [columnOfSource.get(source) ?? source, externalId]));
}

function addIds(classes: Set<DriftClass>, before: Ids, after: Ids): void {
  for (const [name, id] of before) {
    const now = after.get(name);
    if (now === undefined) classes.add('id_removed');
    else if (now !== id) classes.add(`id_changed:${name}`);
  }
  for (const name of after.keys()) if (!before.has(name)) classes.add('id_added');
}

type Compared = Pick<StoredIdentity, 'identity' | 'links'>;

/** The ids are the same: were they reached another way, or is it only surer or less sure? */
function addHow(classes: Set<DriftClass>, before: Compared, after: Compared): void {
  if (!isDeepStrictEqual(howOf(before), howOf(after))) classes.add('method_only');
  else if (!isDeepStrictEqual(confidencesOf(before), confidencesOf(after))) classes.add('confidence_only');
}

function howOf({ identity, links }: Compared) {
  const { method, agreementSources, conflicts } = identity ?? {};
  return [
    method,
    agreementSources,
    conflicts,
    links.map(({ source, method: of, derivedFrom }) => [source, of, derivedFrom]),
  ];
}

function confidencesOf({ identity, links }: Compared) {
  return [identity?.confidence, links.map(({ source, confidence }) => [source, confidence])];
}

function hides({ source, action, externalId }: Override, { links, main }: CheckedVerdict): boolean {
  const column = columnOfSource.get(source) as keyof Identity['ids'] | undefined;
  const inMain = column === undefined ? main?.artistIds[source] : main?.ids[column];
  const said = links.find((link) => link.source === source)?.externalId ?? inMain ?? null;
  if (said === null) return false;
  if (action === 'pin') return said !== externalId;
  return externalId === null || said === externalId;
}
