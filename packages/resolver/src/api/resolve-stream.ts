import { watchClient } from '@deadwax/platform/http/client-gone';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { release } from '../engine/chunk.ts';
import { OverloadedError, ShuttingDownError, SnapshotNotLoadedError } from '../errors.ts';
import { createPageAnswerer, type PageAnswer } from './answer-page.ts';
import type { AppDependencies } from './dependencies.ts';
import { endEarly } from './end-early.ts';
import { presentLineProblem } from './present-line-problem.ts';
import type { Metrics } from './request-metrics.ts';
import { type Line, splitLines } from './split-lines.ts';
import { takeUntil } from './take-until.ts';

const MOST_STREAMS = 64;
/** Pages that are read before the first of them is answered: enough work for every thread, and no more memory. */
const PAGES_AHEAD = 4;
/** How long a caller may take to read what is left to say when the service is to end, and go on sending meanwhile. */
const CLOSING_MS = 5000;

/**
 * Answers a stream of lines with a stream of lines: in order, as they come, no more of them in memory than a few pages. When `closing`
 * aborts, what was read is answered, and a last line says where it ended.
 */
export function resolveStream(dependencies: AppDependencies, metrics: Metrics, closing: AbortSignal) {
  let streams = 0;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const answerPage = createPageAnswerer(dependencies, metrics, { request, signal: watchClient(reply) });
    if (dependencies.engine.serving === null) throw new SnapshotNotLoadedError();
    if (streams >= MOST_STREAMS) throw new OverloadedError(5);
    streams += 1;
    reply.hijack();
    const { raw } = reply;
    const { socket } = request.raw;
    const giveUp = () => setTimeout(() => socket.destroy(), CLOSING_MS).unref();
    closing.addEventListener('abort', giveUp);
    const isLast = keepOpen(raw);
    openAnswer(request, reply);
    try {
      let isWhole = false;
      const pages = takeUntil(splitLines(request.raw.iterator({ destroyOnReturn: false })), closing, () => {
        isWhole = true;
      });
      const lastLine = await answerPages(pages, answerPage, raw);
      if (isWhole) raw.end(() => isLast && socket.destroySoon());
      else endEarly(request, raw, presentShutdown(request.id, lastLine + 1));
    } catch (error) {
      // Cut short, so that nobody takes it for whole.
      request.log.info({ err: error }, 'a stream ended early');
      raw.destroy();
    } finally {
      closing.removeEventListener('abort', giveUp);
      streams -= 1;
    }
  };
}

/**
 * Says whether the connection is to be closed after the answer, and leaves that to us: Node would do it when the answer ends, over what
 * its caller still sends.
 */
function keepOpen(raw: FastifyReply['raw']): boolean {
  if (raw.shouldKeepAlive) return false;
  raw.removeHeader('connection');
  raw.shouldKeepAlive = true;
  return true;
}

function openAnswer({ id }: FastifyRequest, { raw, elapsedTime }: FastifyReply): void {
  raw.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'x-request-id': id,
    'deadwax-contract-version': '1',
    'server-timing': `total;dur=${elapsedTime.toFixed(2)}`,
  });
  raw.flushHeaders();
}

/** Answers pages in order, a few of them at a time. Gives the number of the last line. */
async function answerPages(
  pages: AsyncIterable<readonly Line[]>,
  answerPage: ReturnType<typeof createPageAnswerer>,
  raw: FastifyReply['raw'],
): Promise<number> {
  const writing: Promise<void>[] = [];
  let last = Promise.resolve();
  let lastLine = 0;
  for await (const page of pages) {
    const [before, answer] = [last, answerPage(page)];
    last = before.then(async () => write(raw, await answer));
    // Its fault is met where it is waited for.
    last.catch(() => undefined);
    writing.push(last);
    lastLine = page.at(-1)?.number ?? lastLine;
    if (writing.length >= PAGES_AHEAD) await writing.shift();
  }
  await last;
  return lastLine;
}

function presentShutdown(requestId: string, line: number): string {
  return presentLineProblem(new ShuttingDownError(line), requestId, line);
}

async function write(raw: FastifyReply['raw'], page: PageAnswer | null): Promise<void> {
  if (page === null || raw.destroyed) throw new Error('the client went away');
  const { pieces, answers } = page;
  for (const piece of pieces.slice(0, -1)) raw.write(piece);
  const goesOn = raw.write(pieces.at(-1), () => {
    for (const { bytes } of answers) release(bytes);
  });
  if (goesOn) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      raw.off('drain', go).off('close', go);
      resolve();
    };
    raw.once('drain', go).once('close', go);
  });
}
