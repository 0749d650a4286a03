import type { FastifyBaseLogger } from 'fastify';
import type { ResolverConfig } from '../config.ts';
import { openAiProposer } from '../llm/open-ai-proposer.ts';
import { withProposer } from '../llm/with-proposer.ts';
import type { Engine } from './engine.ts';
import { followSnapshot, type SnapshotFollower } from './follow-snapshot.ts';
import { openWorkbench } from './open-workbench.ts';
import type { ReadableResolver } from './workbench.ts';

/** Serves the configured snapshot, and whichever takes its place, as the configuration has it. Throws SnapshotError. */
export function followConfigured(
  { snapshotDirectory, workers, llm }: Pick<ResolverConfig, 'snapshotDirectory' | 'workers' | 'llm'>,
  engine: Engine,
  log: FastifyBaseLogger,
): Promise<SnapshotFollower> {
  const proposer = llm === null ? null : openAiProposer(llm);
  const wrap =
    llm === null || proposer === null
      ? undefined
      : (resolver: ReadableResolver) =>
          withProposer(resolver, proposer, {
            model: llm.model,
            onUnavailable: (questions, err) => log.warn({ questions, err }, 'the model could not be asked'),
          });
  return followSnapshot({
    engine,
    path: snapshotDirectory,
    open: (directory) => openWorkbench(directory, { workers, wrap }),
    onServing: ({ snapshotId, version }) => log.info({ snapshot: snapshotId, version }, 'snapshot open'),
    onFault: (err) => log.error({ err }, 'the new snapshot cannot be used; the one before answers on'),
  });
}
