import type { FastifyRequest } from 'fastify';
import { type ChunkAnswer, readTexts } from '../engine/chunk.ts';
import type { AppDependencies, ResolvedBatch } from './dependencies.ts';

/** Tells whoever keeps the log of decisions. */
export function announce(
  { onResolved }: AppDependencies,
  request: FastifyRequest,
  batch: Omit<ResolvedBatch, 'requestId' | 'callerId' | 'verdicts'> & { readonly answers: readonly ChunkAnswer[] },
): void {
  const { answers, ...resolved } = batch;
  const verdicts = answers.flatMap(readTexts);
  try {
    onResolved?.({ ...resolved, requestId: request.id, callerId: request.caller?.id ?? 'unknown', verdicts });
  } catch (error) {
    request.log.error({ err: error }, 'could not record a resolved batch');
  }
}
