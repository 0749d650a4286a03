import { readQuestions } from '../identity/questions.ts';
import { askBatch } from './ask-batch.ts';
import { UnauthorisedError } from './ask-patiently.ts';
import { addCounters, dryRunReport, emptyCounters, type PullCounters } from './counters.ts';
import type { Cohort } from './eligible.ts';
import type { PullFlags } from './flags.ts';
import { selectEligible } from './select-eligible.ts';
import type { PullDependencies } from './work-range.ts';
import { countAnswers } from './write-page.ts';

/** Asks all that a pull would ask and writes nothing; gives what each drain would do, to be printed as one object each. */
export async function* dryRunPull(
  dependencies: Pick<PullDependencies, 'db' | 'gateway' | 'signal'>,
  flags: PullFlags,
): AsyncGenerator<ReturnType<typeof dryRunReport>> {
  const now = new Date().toISOString();
  for (const cohort of flags.recheck ? (['va'] as const) : (['va', 'non_va'] as const))
    yield dryRunReport(await dryDrain(dependencies, { cohort, flags, now }));
}

async function dryDrain(
  { db, gateway, signal }: Pick<PullDependencies, 'db' | 'gateway' | 'signal'>,
  workList: { cohort: Cohort; flags: PullFlags; now: string },
): Promise<PullCounters> {
  const { cohort, flags } = workList;
  const limit = cohort === 'va' ? flags.vaBatchSize : flags.batchSize;
  let counters = emptyCounters();
  for (let after = 0; ; ) {
    const ids = await selectEligible(db, workList, { after, last: 2_147_483_647, limit });
    const last = ids.at(-1);
    if (last === undefined) return counters;
    const asked = await askBatch(gateway, await readQuestions(db, ids), signal);
    signal.throwIfAborted();
    counters = addCounters(countAnswers(asked.answers, null, counters), asked.counted);
    if (asked.unauthorised) throw new UnauthorisedError('the resolver refuses the key');
    after = last;
  }
}
