import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { type Composition, compose, composeMainLegs } from '@deadwax/linkage/compose/compose';
import { artistVariants } from '@deadwax/linkage/variants/artist-variants';
import type { IndexSource } from '@deadwax/snapshot/index/index-meta';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { EntitySource } from '@deadwax/sources/authority';
import { lookUp, type Places } from './blocking/look-up.ts';
import { once } from './blocking/once.ts';
import { createQuery, type Query } from './blocking/query.ts';
import { gatherEvidence } from './blocking/row-evidence.ts';
import { askFamilies } from './cascade/ask-families.ts';
import type { SourceLeg } from './cascade/leg.ts';
import {
  answerFamily,
  type FamilyAnswer,
  type FamilyQuestion,
  searchFamily,
  searchSwapped,
} from './cascade/resolve-family.ts';
import type { FamilySize } from './cascade/weigh-names.ts';
import { withdrawNamesakes } from './cascade/withdraw-namesakes.ts';
import { followLinks } from './composition/follow-links.ts';
import { createRelate, type Relate } from './composition/relate-legs.ts';
import { rememberLinks } from './composition/remember-links.ts';
import type { ResolveOptions } from './resolver.ts';
import { presentExplanation } from './views/present-explanation.ts';
import { presentResult } from './views/present-result.ts';

/** Everything a verdict depends on beside the row itself. */
export interface Reference {
  readonly index: MatchIndex;
  readonly entities: ReadonlyMap<string, EntitySource>;
  readonly priority: (source: string) => number;
  /** Families that may know a record without an artist by its title. */
  readonly titleAlone: ReadonlySet<string>;
  /** Placeholder for "various artists" by family; has an entry for every family that can be matched. */
  readonly various: ReadonlyMap<string, readonly number[]>;
  readonly sources: ReadonlyMap<string, readonly IndexSource[]>;
  /** How many artists and releases each family has. */
  readonly sizes: ReadonlyMap<string, FamilySize>;
  readonly version: string;
  readonly snapshotId: string;
}

/** Resolves one row: normalise, block, match each family on its own, follow links, compose, present. No I/O, no state. */
export function resolveRow(input: BulkResolveInput, reference: Reference, options: ResolveOptions): BulkResolveResult {
  return resolveRows([input], reference, options)[0] as BulkResolveResult;
}

/**
 * Resolves rows, each by itself, in their order. All take one step before any takes the next: the code of a step is more than a
 * processor keeps at hand beside that of the others.
 */
export function resolveRows(
  inputs: readonly BulkResolveInput[],
  reference: Reference,
  options: ResolveOptions,
): BulkResolveResult[] {
  return blockRows(inputs.map(createQuery), reference)
    .map((row) => matchRow(row, reference))
    .map((row) => composeRow(row, reference))
    .map((row) => presentRow(row, reference, options));
}

interface BlockedRow {
  readonly query: Query;
  readonly families: readonly FamilyQuestion[];
}

interface MatchedRow {
  readonly query: Query;
  readonly compilation: boolean;
  readonly answers: readonly FamilyAnswer[];
}

interface ComposedRow extends MatchedRow {
  readonly legs: readonly SourceLeg[];
  readonly composition: Composition<SourceLeg>;
  readonly relate: Relate;
}

function blockRows(queries: readonly Query[], reference: Reference): BlockedRow[] {
  const places = lookUp(queries, reference.index);
  return queries.map((query, row) => blockRow(query, places[row] as Places, reference));
}

/** What each family is asked, with the equal names and titles that every row but a compilation needs. */
function blockRow(query: Query, places: Places, reference: Reference): BlockedRow {
  const evidence = gatherEvidence(query, places, reference.index);
  const swapped = once(() => swapFields(query, reference.index));
  const families = [...reference.various].map(
    ([family, various]): FamilyQuestion => ({
      family,
      query,
      index: reference.index,
      size: reference.sizes.get(family) ?? { artists: 1, releases: 1, listsVariations: false },
      titleAlone: reference.titleAlone.has(family),
      evidence: evidence(family),
      swapped: () => {
        const row = swapped();
        return row && { query: row.query, evidence: row.evidence(family) };
      },
      various,
      asCompilation: query.compilation === 'yes',
      sources: reference.sources.get(family) ?? [],
    }),
  );
  if (query.compilation !== 'yes') {
    families[0]?.evidence.equalNames();
    families[0]?.evidence.titles();
  }
  return { query, families };
}

function matchRow({ query, families }: BlockedRow, { index }: Reference): MatchedRow {
  const compilation = isCompilation(query, families);
  return {
    query,
    compilation,
    answers: withdrawNamesakes(askFamilies(families, { query, asCompilation: compilation }), index),
  };
}

function composeRow(row: MatchedRow, { index, entities, priority }: Reference): ComposedRow {
  const found: SourceLeg[] = [];
  for (const { legs } of row.answers) found.push(...legs);
  const links = rememberLinks(index);
  const relate = createRelate(links);
  const rules = { relate, priority, anchorFamily, minimumFamilies: 2 };
  // What a contradicted leg links to is as doubtful as the leg: only the others' links are followed.
  const trusted = composeMainLegs({ legs: found, ...rules });
  const legs = inOrder(followLinks(found, trusted, { entities, links }), priority);
  return { ...row, legs, composition: compose({ legs, ...rules }), relate };
}

function presentRow(row: ComposedRow, reference: Reference, options: ResolveOptions): BulkResolveResult {
  const { query, compilation, answers, legs, composition, relate } = row;
  const rivals = answers.flatMap((answer) => answer.rivals);
  const outcome = { input: query.input, compilation, legs, rivals, composition };
  const { entities, version, snapshotId, index } = reference;
  const result = presentResult(outcome, { entities, version, snapshotId, includeTracks: options.includeTracks });
  if (options.explain !== true) return result;
  const explanation = presentExplanation({ answers, legs, composition, relate, index });
  return { ...result, explanation };
}

function swapFields({ input, artists, titles }: Query, index: MatchIndex) {
  if (artists.length === 0 || titles.length === 0) return null;
  // Most titles are nobody's name: that is known before the rest of the row is made ready.
  if (!artistVariants(input.album_title).some(({ key }) => index.artistKeys.find(key) >= 0)) return null;
  const query = createQuery({ ...input, artist_name: input.album_title, album_title: input.artist_name });
  const [places] = lookUp([query], index);
  return { query, evidence: gatherEvidence(query, places as Places, index) };
}

/** The family whose leg the agreement must reach: the station's shelves are filed by it. */
const anchorFamily = 'discogs';

function isCompilation(query: Query, families: readonly FamilyQuestion[]): boolean {
  if (query.compilation !== 'weak') return query.compilation === 'yes';
  return !families.some((family) =>
    answerFamily(family, searchSwapped(family, searchFamily(family))).legs.some(
      ({ grain, externalId }) => grain !== 'artist' && externalId !== null,
    ),
  );
}

function inOrder(legs: readonly SourceLeg[], priority: (source: string) => number): SourceLeg[] {
  return legs.toSorted((a, b) => priority(a.source) - priority(b.source) || (a.source < b.source ? -1 : 1));
}
