import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { ApiError } from '@deadwax/platform/http/api-error';
import { InternalError } from '@deadwax/platform/http/errors';
import type { FastifyRequest } from 'fastify';
import { type ChunkAnswer, cutResults } from '../engine/chunk.ts';
import { type CutInputs, cutInputs } from '../engine/cut-inputs.ts';
import { announce } from './announce.ts';
import { readCallerClass } from './caller-class.ts';
import type { AppDependencies } from './dependencies.ts';
import { readSwitch } from './parse-bulk-request.ts';
import { parseLine } from './parse-line.ts';
import { presentLineProblem } from './present-line-problem.ts';
import type { Metrics } from './request-metrics.ts';
import type { Line } from './split-lines.ts';

/** What is said of a page: a line for each of its lines, in pieces, and the answers whose memory some of these are. */
export interface PageAnswer {
  readonly pieces: readonly Uint8Array[];
  readonly answers: readonly ChunkAnswer[];
}

const lineBreak = Buffer.from('\n');

/** A page before it is answered. Its objects are let go of: those of pages that wait are copied again and again by the collector. */
interface ParsedPage extends CutInputs {
  /** What is wrong with each line; null where nothing is. */
  readonly problems: readonly (string | null)[];
  /** What was asked, where somebody keeps a log of it. */
  readonly inputs: readonly BulkResolveInput[] | null;
}

/** Answers a page with a line for each of its lines; null when nobody waits for it any more. */
export function createPageAnswerer(
  dependencies: AppDependencies,
  metrics: Metrics,
  { request, signal }: { request: FastifyRequest; signal: AbortSignal },
): (page: readonly Line[]) => Promise<PageAnswer | null> {
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
  const parse = (page: readonly Line[]): ParsedPage => {
    const inputs: BulkResolveInput[] = [];
    const problems = page.map((line) => {
      const parsed = parseLine(line);
      if ('error' in parsed) return problem(parsed.error, line);
      inputs.push(parsed.input);
      return null;
    });
    return { ...cutInputs(inputs), problems, inputs: dependencies.onResolved ? inputs : null };
  };
  const resolve = async ({ rows, pieces, inputs }: ParsedPage): Promise<readonly ChunkAnswer[] | ApiError | null> => {
    try {
      const { answers, ...serving } = await dependencies.engine.ask({ ...asked, rows, pieces });
      if (answers === null) return null;
      for (const { tallies } of answers) metrics.observeResults(tallies);
      const { version: resolverVersion, snapshotId } = serving;
      if (inputs !== null) announce(dependencies, request, { inputs, answers, resolverVersion, snapshotId });
      return answers;
    } catch (error) {
      request.log.error({ err: error }, 'lines of a stream could not be answered');
      return new InternalError(error);
    }
  };
  return async (page) => {
    const parsed = parse(page);
    const answers = parsed.rows === 0 ? [] : await resolve(parsed);
    if (answers === null) return null;
    if (isAnswered(answers)) return { pieces: layOut(parsed.problems, answers), answers };
    const lines = parsed.problems.map((each, place) => each ?? problem(answers, page[place] as Line));
    return { pieces: [Buffer.from(`${lines.join('\n')}\n`)], answers: [] };
  };
}

const isAnswered = (answers: readonly ChunkAnswer[] | ApiError): answers is readonly ChunkAnswer[] =>
  Array.isArray(answers);

/** Puts what is wrong with lines between the results of the others. */
function layOut(problems: readonly (string | null)[], answers: readonly ChunkAnswer[]): Uint8Array[] {
  if (problems.every((each) => each === null)) return answers.map(({ bytes }) => bytes);
  const results = answers.flatMap(cutResults).values();
  const lines = problems.map((each) => (each === null ? (results.next().value as Buffer) : Buffer.from(each)));
  return [Buffer.concat(lines.flatMap((line) => [line, lineBreak]))];
}
