import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { balances, type PullCounters } from '../../src/pull/counters.ts';
import { defaultPullFlags, type PullFlags } from '../../src/pull/flags.ts';
import { runPull } from '../../src/pull/run-pull.ts';
import type { PullDependencies } from '../../src/pull/work-range.ts';
import type { ResolverGatewayOptions } from '../../src/resolver-client/gateway.ts';
import { makeGateway } from '../resolver-client/test-gateway.ts';
import { startTestResolver } from '../resolver-client/test-resolver.ts';
import { type dialects, openTestDatabase, type TestDatabase } from './open-test-database.ts';
import { replyTruth } from './truth.ts';

export interface TestPull extends TestDatabase {
  readonly resolver: Awaited<ReturnType<typeof startTestResolver>>;
  /** What the job said, in order. */
  readonly logged: { step: string; details: Readonly<Record<string, unknown>> }[];
  /** A gateway of its own each time, so that no breaker outlives a test. */
  makeDependencies(change?: Partial<PullDependencies>, policies?: ResolverGatewayOptions['policies']): PullDependencies;
  /** Runs a whole pull; gives what both cohorts counted together, having checked that every row has one fate. */
  pull(flags?: Partial<PullFlags>, change?: Partial<PullDependencies>, concurrency?: number): Promise<PulledRun>;
  /** Empties the database, and the resolver tells the truth again. */
  startOver(): Promise<void>;
}

interface PulledRun {
  readonly runId: number;
  readonly va: PullCounters | undefined;
  readonly nonVa: PullCounters | undefined;
}

/** A database, a resolver that answers over HTTP, and what a pull needs of both. */
export async function openTestPull(dialect: (typeof dialects)[number]): Promise<TestPull> {
  const database = await openTestDatabase(dialect);
  const resolver = await startTestResolver();
  const logged: TestPull['logged'] = [];
  const makeDependencies: TestPull['makeDependencies'] = (change = {}, policies = undefined) => ({
    db: database.db,
    gateway: makeGateway({ baseUrl: resolver.baseUrl, ...(policies === undefined ? {} : { policies }) }).gateway,
    signal: new AbortController().signal,
    log: (step, details) => logged.push({ step, details }),
    patienceMs: [],
    ...change,
  });
  return {
    ...database,
    resolver,
    logged,
    makeDependencies,
    pull: async (flags = {}, change = {}, concurrency = 2) => {
      const { runId, report } = await runPull(
        makeDependencies(change),
        { ...defaultPullFlags, ...flags },
        { actor: 'test', concurrency },
      );
      for (const counters of Object.values(report))
        if (!balances(counters)) throw new Error(`a row has no fate, or two: ${JSON.stringify(counters)}`);
      return { runId, va: report.va, nonVa: report.non_va };
    },
    startOver: async () => {
      await database.empty();
      logged.length = 0;
      resolver.reset(replyTruth());
    },
    close: async () => {
      await resolver.close();
      await database.close();
    },
  };
}

/** Leaves out, repeats or changes the answers that `where` picks. */
export function changeResults(
  where: (result: BulkResolveResult) => boolean,
  change: (result: BulkResolveResult) => BulkResolveResult[],
) {
  return (results: BulkResolveResult[]) => results.flatMap((result) => (where(result) ? change(result) : [result]));
}
