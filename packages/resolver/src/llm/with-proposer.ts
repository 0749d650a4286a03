import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { ReadableResolver } from '../engine/workbench.ts';
import type { AsyncResolver, OutsideAnswers } from '../resolver.ts';
import { applyProposals } from './apply-proposals.ts';
import type { LinkProposer, Proposal, Question, Unavailable } from './link-proposer.ts';
import { findOpenCandidates } from './open-candidates.ts';

export interface ProposerOptions {
  /** Name of the model, which joins the version that each verdict carries. */
  readonly model: string;
  /** Told how many questions of a batch could not be asked, and why. `cause`: what the proposer threw, if it threw. */
  readonly onUnavailable?: (counts: Readonly<Partial<Record<Unavailable, number>>>, cause?: unknown) => void;
}

/** A resolver that has a proposer look at what it left open. */
export function withProposer(
  resolver: ReadableResolver,
  proposer: LinkProposer,
  { model, onUnavailable }: ProposerOptions,
): AsyncResolver {
  const version = `${resolver.version}.llm.${model.replaceAll(/[^0-9A-Za-z-]+/g, '-')}`;
  return {
    version,
    snapshotId: resolver.snapshotId,
    async resolve(inputs, options): Promise<OutsideAnswers> {
      const given = await resolver.resolve(inputs, options);
      const decided = given.map((result): BulkResolveResult => ({ ...result, resolver_version: version }));
      const questions = listQuestions(inputs, decided);
      if (questions.length === 0) return { results: decided, calls: 0, ms: 0 };
      const started = performance.now();
      const { proposals, cause } = await proposeAll(proposer, questions, options.signal);
      const ms = performance.now() - started;
      const missed = countUnavailable(proposals);
      if (Object.keys(missed).length > 0) onUnavailable?.(missed, cause);
      const calls = proposals.reduce((sum, proposal) => sum + proposal.calls, 0);
      return { results: applyProposals(decided, proposals, options), calls, ms };
    },
  };
}

function listQuestions(inputs: readonly BulkResolveInput[], results: readonly BulkResolveResult[]): Question[] {
  return results.flatMap((result, place) => {
    const input = inputs[place];
    const candidates = findOpenCandidates(result);
    return input && candidates.length > 0 ? [{ place, input, candidates }] : [];
  });
}

interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly cause?: unknown;
}

/** A proposal for each question, whatever the proposer does. */
async function proposeAll(
  proposer: LinkProposer,
  questions: readonly Question[],
  signal: AbortSignal,
): Promise<Proposed> {
  const { proposals, ...thrown } = await propose(proposer, questions, signal);
  const given = new Map(proposals.map((proposal) => [proposal.place, proposal]));
  const failed = { outcome: { kind: 'unavailable', why: 'failed' }, calls: 0 } as const;
  return { proposals: questions.map(({ place }) => given.get(place) ?? { place, ...failed }), ...thrown };
}

async function propose(...[proposer, questions, signal]: Parameters<typeof proposeAll>): Promise<Proposed> {
  try {
    return { proposals: await proposer.propose(questions, signal) };
  } catch (cause) {
    return { proposals: [], cause };
  }
}

function countUnavailable(proposals: readonly Proposal[]): Partial<Record<Unavailable, number>> {
  const counts: Partial<Record<Unavailable, number>> = {};
  for (const { outcome } of proposals) {
    if (outcome.kind === 'unavailable') counts[outcome.why] = (counts[outcome.why] ?? 0) + 1;
  }
  return counts;
}
