import { sql } from 'kysely';
import type { CatalogDatabase } from '../../src/database/tables.ts';
import { readGuess } from '../../src/search/guess.ts';
import { parseQuery } from '../../src/search/query/parse-query.ts';
import { inReadTransaction } from '../../src/search/read-transaction.ts';
import { searchStatement } from '../../src/search/search-library.ts';
import type { SearchRequest } from '../../src/search/search-request.ts';
import { defaultOrder } from '../../src/search/sort-keys.ts';

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly 'Parent Relationship'?: string | undefined;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly phase: 'words' | 'guesses';
  readonly identity: boolean;
  /** Whether tables may be read from end to end. Default true. */
  readonly wholeTables?: boolean;
}

/** The plan of a search's first page. */
export async function explain(
  db: CatalogDatabase,
  { q, filters = {}, sort = 'relevance' }: SearchRequest,
  { phase, identity, wholeTables = true }: Explained,
): Promise<PlanNode> {
  const { expression } = parseQuery(q);
  const search = { expression, filters, sort, order: defaultOrder(sort), limit: 50 };
  const statement = searchStatement(search, { phase, guess: readGuess(expression), after: null, identity });
  return inReadTransaction(db, async (transaction) => {
    if (!wholeTables) await sql`SET LOCAL enable_seqscan = off`.execute(transaction);
    const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>`
      EXPLAIN (FORMAT JSON, COSTS OFF) ${statement}`.execute(transaction);
    return rows[0]!['QUERY PLAN'][0].Plan;
  });
}

/** All nodes, the top one first. */
export function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/**
 * The plan without the join of the identity: what it is joined to stands in its place. Without the look at the rotation too: with
 * the identity, it comes with that.
 */
export function withoutIdentity({ Plans, ...node }: PlanNode): PlanNode {
  const plans = (Plans ?? []).filter((child) => !readsRotation(child));
  const plan = plans.length === 0 ? node : { ...node, Plans: plans };
  const role = node['Parent Relationship'];
  const of = (wanted: string) => plans.filter((child) => child['Parent Relationship'] === wanted);
  const [[outer], [inner]] = [of('Outer'), of('Inner')];
  if (outer === undefined || inner === undefined || !readsIdentity(inner))
    return plans.length === 0 ? plan : { ...plan, Plans: plans.map(withoutIdentity) };
  // What is found before, and what the columns ask for, hangs at the top join, whichever it is.
  const left = [...of('InitPlan'), ...(outer.Plans ?? []), ...of('SubPlan')];
  return withoutIdentity({ ...outer, ...(left.length > 0 ? { Plans: left } : {}), 'Parent Relationship': role });
}

/** A column's own look at the entries of a record, in their table or as they are kept. */
function readsRotation(plan: PlanNode): boolean {
  return plan['Parent Relationship'] === 'SubPlan' && nodesOf(plan).some(({ Alias }) => Alias === 'r');
}

function readsIdentity(plan: PlanNode): boolean {
  const read = nodesOf(plan).filter((node) => node['Relation Name'] !== undefined);
  return read.length > 0 && read.every(isOfIdentity);
}

export function isOfIdentity(node: PlanNode): boolean {
  return node['Relation Name'] === 'library_shown';
}
