import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { ApiError } from '@deadwax/platform/http/api-error';
import { InternalError } from '@deadwax/platform/http/errors';
import type { FastifyRequest } from 'fastify';
import { release } from '../engine/chunk.ts';
import { announce } from './announce.ts';
import { readCallerClass } from './caller-class.ts';
import type { AppDependencies } from './dependencies.ts';
import { readSwitch } from './parse-bulk-request.ts';
import { parseLine } from './parse-line.ts';
import { presentLineProblem } from './present-line-problem.ts';
import type { Metrics } from './request-metrics.ts';
import type { Line } from './split-lines.ts';

/** Answers a page with a line for each of its lines; null when nobody waits for it any more. */
export function createPageAnswerer(
  dependencies: AppDependencies,
  metrics: Metrics,
  { request, signal }: { request: FastifyRequest; signal: AbortSignal },
): (page: readonly Line[]) => Promise<Buffer | null> {
  const asked = {
    includeTracks: readSwitch(request.query, 'include_tracks'),
    explain: readSwitch(request.query, 'explain'),
    callerClass: readCallerClass(request, Number.POSITIVE_INFINITY),
    caller: request.caller?.id ?? 'unknown',
    separator: '\n',
    patient: true,
    signal,
  } as const;
  const problem = (error: ApiError, { number }: Line) => presentLineProblem(error, request.id, number);
  const resolve = async (inputs: readonly BulkResolveInput[]): Promise<string[] | ApiError | null> => {
    try {
      const { answers, version: resolverVersion, snapshotId } = await dependencies.engine.ask({ ...asked, inputs });
      if (answers === null) return null;
      for (const { tallies } of answers) metrics.observeResults(tallies);
      const texts = announce(dependencies, request, { inputs, answers, resolverVersion, snapshotId });
      for (const { bytes } of answers) release(bytes);
      return texts;
    } catch (error) {
      request.log.error({ err: error }, 'lines of a stream could not be answered');
      return new InternalError(error);
    }
  };
  return async (page) => {
    const parsed = page.map(parseLine);
    const inputs = parsed.flatMap((line) => ('input' in line ? [line.input] : []));
    const texts = inputs.length === 0 ? [] : await resolve(inputs);
    if (texts === null) return null;
    let next = 0;
    const lines = parsed.map((line, place) => {
      if ('error' in line) return problem(line.error, page[place] as Line);
      return Array.isArray(texts) ? texts[next++] : problem(texts, page[place] as Line);
    });
    return Buffer.from(`${lines.join('\n')}\n`);
  };
}
