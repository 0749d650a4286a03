import { Readable } from 'node:stream';
import type { BulkResolveLibrariesResponse, BulkResolveResultKind } from '@deadwax/contract/schemas';
import { watchClient } from '@deadwax/platform/http/client-gone';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ChunkAnswer, release } from '../engine/chunk.ts';
import { cutInputs } from '../engine/cut-inputs.ts';
import type { Batch } from '../engine/dispatcher.ts';
import type { Serving } from '../engine/engine.ts';
import { announce } from './announce.ts';
import { readCallerClass, readCallerReason } from './caller-class.ts';
import type { AppDependencies } from './dependencies.ts';
import { parseBulkRequest, readSwitch } from './parse-bulk-request.ts';
import type { Metrics } from './request-metrics.ts';
import { resolveStream } from './resolve-stream.ts';

// Records are looked up in memory alone, so the database's counters never move.
const emptyCacheStats = { memory_hits: 0, pg_hits: 0, pg_misses: 0, api_calls: 0, pg_time_ms: 0, api_time_ms: 0 };

/** The response in pieces, most of them results that are JSON already: put together they would be megabytes once more. */
function present(
  { version, snapshotId }: Serving,
  answers: readonly ChunkAnswer[],
  { rows, includeTracks, separator }: Pick<Batch, 'rows' | 'includeTracks' | 'separator'>,
): Uint8Array[] {
  const calls = answers.reduce((sum, answer) => sum + answer.calls, 0);
  const ms = answers.reduce((sum, answer) => sum + answer.ms, 0);
  const rest: Omit<BulkResolveLibrariesResponse, 'results'> = {
    contract_version: 1,
    resolver_version: version,
    snapshot: snapshotId,
    tracks_contract_version: includeTracks ? 1 : null,
    cache_stats: { ...emptyCacheStats, memory_hits: rows, api_calls: calls, api_time_ms: Math.round(ms) },
  };
  const results = answers.map(({ bytes }) => bytes);
  const last = results.pop();
  return [
    Buffer.from('{"results":['),
    ...results,
    ...(last ? [last.subarray(0, -separator.length)] : []),
    Buffer.from(`],${JSON.stringify(rest).slice(1)}`),
  ];
}

function countKinds(answers: readonly ChunkAnswer[]): Record<BulkResolveResultKind, number> {
  const counts = { single_artist: 0, compilation: 0, unresolved: 0 };
  for (const { tallies } of answers) for (const { kind, count } of tallies) counts[kind] += count;
  return counts;
}

/** The batch a request asks for, and what it was made of where that is kept. */
function readBatch(request: FastifyRequest, { keepInputs }: { keepInputs: boolean }) {
  const { inputs, include_tracks: includeTracks = false } = parseBulkRequest(request.body);
  const batch = {
    ...cutInputs(inputs),
    includeTracks,
    explain: readSwitch(request.query, 'explain'),
    separator: ',',
    callerClass: readCallerClass(request, inputs.length),
    caller: request.caller?.id ?? 'unknown',
  } as const;
  // Thousands of objects that wait beside their own text are what the collector of the listening thread copies again and again.
  request.body = undefined;
  return { batch, inputs: keepInputs ? inputs : null };
}

const isStream = ({ headers }: FastifyRequest): boolean =>
  /^application\/x-ndjson\s*(?:;|$)/i.test(headers['content-type'] ?? '');

/** `closing` aborts when the service is to end: streams end early then. */
export function bulkResolveLibraries(dependencies: AppDependencies, metrics: Metrics, closing: AbortSignal) {
  const stream = resolveStream(dependencies, metrics, closing);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Readable | undefined> => {
    if (isStream(request)) {
      await stream(request, reply);
      return undefined;
    }
    const { batch, inputs } = readBatch(request, { keepInputs: dependencies.onResolved !== undefined });
    const { rows, callerClass, caller } = batch;
    const started = performance.now();
    const { answers, ...serving } = await dependencies.engine.ask({ ...batch, signal: watchClient(reply) });
    if (answers === null) {
      request.log.info({ inputs: rows }, 'the client went away');
      reply.hijack();
      return undefined;
    }
    request.timings = new Map([['resolve', performance.now() - started]]);
    for (const { tallies } of answers) metrics.observeResults(tallies);
    const reason = readCallerReason(request);
    request.log.info(
      { callerId: caller, callerClass, reason, inputs: rows, kinds: countKinds(answers) },
      'resolved a batch',
    );
    const { version: resolverVersion, snapshotId } = serving;
    if (inputs !== null) announce(dependencies, request, { inputs, answers, resolverVersion, snapshotId });
    const pieces = present(serving, answers, batch);
    reply.raw.once('finish', () => {
      for (const { bytes } of answers) release(bytes);
    });
    const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
    reply.type('application/json; charset=utf-8').header('content-length', length);
    return Readable.from(pieces);
  };
}
