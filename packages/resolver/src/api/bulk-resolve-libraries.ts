import type { BulkResolveLibrariesResponse, BulkResolveResultKind } from '@deadwax/contract/schemas';
import { watchClient } from '@deadwax/platform/http/client-gone';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ChunkAnswer, release } from '../engine/chunk.ts';
import type { Serving } from '../engine/engine.ts';
import { announce } from './announce.ts';
import { readCallerClass, readCallerReason } from './caller-class.ts';
import type { AppDependencies } from './dependencies.ts';
import { parseBulkRequest, readSwitch } from './parse-bulk-request.ts';
import type { Metrics } from './request-metrics.ts';
import { resolveStream } from './resolve-stream.ts';

// Records are looked up in memory alone, so the database's counters never move.
const emptyCacheStats = { memory_hits: 0, pg_hits: 0, pg_misses: 0, api_calls: 0, pg_time_ms: 0, api_time_ms: 0 };

const comma = Buffer.from(',');

/** The response, put together from results that are JSON already. */
function present(
  { version, snapshotId }: Serving,
  answers: readonly ChunkAnswer[],
  { rows, includeTracks }: { rows: number; includeTracks: boolean },
): Buffer {
  const calls = answers.reduce((sum, answer) => sum + answer.calls, 0);
  const ms = answers.reduce((sum, answer) => sum + answer.ms, 0);
  const rest: Omit<BulkResolveLibrariesResponse, 'results'> = {
    contract_version: 1,
    resolver_version: version,
    snapshot: snapshotId,
    tracks_contract_version: includeTracks ? 1 : null,
    cache_stats: { ...emptyCacheStats, memory_hits: rows, api_calls: calls, api_time_ms: Math.round(ms) },
  };
  const results = answers.flatMap(({ bytes }, place) => (place === 0 ? [bytes] : [comma, bytes]));
  return Buffer.concat([Buffer.from('{"results":['), ...results, Buffer.from(`],${JSON.stringify(rest).slice(1)}`)]);
}

function countKinds(answers: readonly ChunkAnswer[]): Record<BulkResolveResultKind, number> {
  const counts = { single_artist: 0, compilation: 0, unresolved: 0 };
  for (const { tallies } of answers) for (const { kind, count } of tallies) counts[kind] += count;
  return counts;
}

const isStream = ({ headers }: FastifyRequest): boolean =>
  /^application\/x-ndjson\s*(?:;|$)/i.test(headers['content-type'] ?? '');

/** `closing` aborts when the service is to end: streams end early then. */
export function bulkResolveLibraries(dependencies: AppDependencies, metrics: Metrics, closing: AbortSignal) {
  const stream = resolveStream(dependencies, metrics, closing);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Buffer | undefined> => {
    if (isStream(request)) {
      await stream(request, reply);
      return undefined;
    }
    const { inputs, include_tracks: includeTracks = false } = parseBulkRequest(request.body);
    const explain = readSwitch(request.query, 'explain');
    const callerClass = readCallerClass(request, inputs.length);
    const caller = request.caller?.id ?? 'unknown';
    const signal = watchClient(reply);
    const started = performance.now();
    const batch = { inputs, includeTracks, explain, separator: ',', callerClass, caller, signal } as const;
    const { answers, ...serving } = await dependencies.engine.ask(batch);
    if (answers === null) {
      request.log.info({ inputs: inputs.length }, 'the client went away');
      reply.hijack();
      return undefined;
    }
    request.timings = new Map([['resolve', performance.now() - started]]);
    for (const { tallies } of answers) metrics.observeResults(tallies);
    const reason = readCallerReason(request);
    request.log.info(
      { callerId: caller, callerClass, reason, inputs: inputs.length, kinds: countKinds(answers) },
      'resolved a batch',
    );
    const { version: resolverVersion, snapshotId } = serving;
    if (dependencies.onResolved) announce(dependencies, request, { inputs, answers, resolverVersion, snapshotId });
    reply.type('application/json; charset=utf-8');
    const body = present(serving, answers, { rows: inputs.length, includeTracks });
    for (const { bytes } of answers) release(bytes);
    reply.raw.once('finish', () => release(body));
    return body;
  };
}
