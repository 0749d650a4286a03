import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { ApiError } from '@deadwax/platform/http/api-error';
import { watchClient } from '@deadwax/platform/http/client-gone';
import { InternalError } from '@deadwax/platform/http/errors';
import { presentProblem } from '@deadwax/platform/http/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorRegistry, OverloadedError, SnapshotNotLoadedError } from '../errors.ts';
import { announce } from './announce.ts';
import { readCallerClass } from './caller-class.ts';
import type { AppDependencies } from './dependencies.ts';
import { readSwitch } from './parse-bulk-request.ts';
import { parseLine } from './parse-line.ts';
import type { Metrics } from './request-metrics.ts';
import { type Line, splitLines } from './split-lines.ts';

const MOST_STREAMS = 64;
/** Pages that are read before the first of them is answered: enough work for every thread, and no more memory. */
const PAGES_AHEAD = 4;

/** Answers a stream of lines with a stream of lines: in order, as they come, no more of them in memory than a few pages. */
export function resolveStream(dependencies: AppDependencies, metrics: Metrics) {
  let streams = 0;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const answerPage = createPageAnswerer(dependencies, metrics, { request, signal: watchClient(reply) });
    if (dependencies.engine.serving === null) throw new SnapshotNotLoadedError();
    if (streams >= MOST_STREAMS) throw new OverloadedError(5);
    streams += 1;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'x-request-id': request.id,
      'deadwax-contract-version': '1',
      'server-timing': `total;dur=${reply.elapsedTime.toFixed(2)}`,
    });
    raw.flushHeaders();
    try {
      const writing: Promise<void>[] = [];
      let last = Promise.resolve();
      for await (const page of splitLines(request.raw)) {
        const [before, answer] = [last, answerPage(page)];
        last = before.then(async () => write(raw, await answer));
        // Its fault is met where it is waited for.
        last.catch(() => undefined);
        writing.push(last);
        if (writing.length >= PAGES_AHEAD) await writing.shift();
      }
      await last;
      raw.end();
    } catch (error) {
      // Cut short, so that nobody takes it for whole.
      request.log.info({ err: error }, 'a stream ended early');
      raw.destroy();
    } finally {
      streams -= 1;
    }
  };
}

async function write(raw: FastifyReply['raw'], lines: Buffer | null): Promise<void> {
  if (lines === null || raw.destroyed) throw new Error('the client went away');
  if (raw.write(lines)) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      raw.off('drain', go).off('close', go);
      resolve();
    };
    raw.once('drain', go).once('close', go);
  });
}

/** Answers a page with a line for each of its lines; null when nobody waits for it any more. */
function createPageAnswerer(
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
  const problem = (error: ApiError, { number }: Line) => {
    const entry = errorRegistry[error.code as keyof typeof errorRegistry] ?? errorRegistry.internal_error;
    return JSON.stringify(presentProblem(error, entry, `${request.id}:line:${number}`));
  };
  const resolve = async (inputs: readonly BulkResolveInput[]): Promise<string[] | ApiError | null> => {
    try {
      const { answers, version: resolverVersion, snapshotId } = await dependencies.engine.ask({ ...asked, inputs });
      if (answers === null) return null;
      for (const { tallies } of answers) metrics.observeResults(tallies);
      return announce(dependencies, request, { inputs, answers, resolverVersion, snapshotId });
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
