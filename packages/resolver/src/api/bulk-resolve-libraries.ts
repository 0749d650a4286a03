import { validateBulkResolveLibrariesRequest } from '@deadwax/contract/generated/validators';
import type {
  BulkResolveLibrariesRequest,
  BulkResolveLibrariesResponse,
  BulkResolveResultKind,
} from '@deadwax/contract/schemas';
import { watchClient } from '@deadwax/platform/http/client-gone';
import { findContractFaults } from '@deadwax/platform/http/contract-faults';
import { InvalidInputError, MalformedJsonError, TooManyInputsError } from '@deadwax/platform/http/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SnapshotNotLoadedError } from '../errors.ts';
import type { AsyncResolver, OutsideAnswers, Resolver } from '../resolver.ts';
import { findTextFaults } from './check-text.ts';
import type { AppDependencies, ResolvedBatch } from './dependencies.ts';
import type { Metrics } from './request-metrics.ts';
import { resolveInChunks } from './resolve-in-chunks.ts';

const maximumInputs = 1000;

// Records are looked up in memory alone, so the database's counters never move.
const emptyCacheStats = { memory_hits: 0, pg_hits: 0, pg_misses: 0, api_calls: 0, pg_time_ms: 0, api_time_ms: 0 };

/** The request, or the first of: 400 not an object, 413 too many inputs, 422 all that is wrong with them. */
function parseRequest(body: unknown): BulkResolveLibrariesRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new MalformedJsonError('The body must be a JSON object.');
  }
  const inputs = 'inputs' in body ? body.inputs : undefined;
  if (Array.isArray(inputs) && inputs.length > maximumInputs) {
    throw new TooManyInputsError(inputs.length, maximumInputs);
  }
  const contractFaults = findContractFaults(validateBulkResolveLibrariesRequest, body);
  if (contractFaults.length > 0) throw new InvalidInputError(contractFaults);
  const request = body as BulkResolveLibrariesRequest;
  const textFaults = findTextFaults(request.inputs);
  if (textFaults.length > 0) throw new InvalidInputError(textFaults);
  return request;
}

function present(
  resolver: AsyncResolver | Resolver,
  { results, calls, ms }: OutsideAnswers,
  includeTracks: boolean,
): BulkResolveLibrariesResponse {
  return {
    results: [...results],
    contract_version: 1,
    resolver_version: resolver.version,
    snapshot: resolver.snapshotId,
    tracks_contract_version: includeTracks ? 1 : null,
    cache_stats: { ...emptyCacheStats, memory_hits: results.length, api_calls: calls, api_time_ms: Math.round(ms) },
  };
}

/** Throws InvalidInputError for anything but `explain=0` and `explain=1`. */
function wantsExplanation(query: unknown): boolean {
  const { explain } = (query ?? {}) as { explain?: unknown };
  if (explain === undefined || explain === '0') return false;
  if (explain === '1') return true;
  throw new InvalidInputError([{ pointer: '/explain', message: 'The query parameter explain must be 0 or 1.' }]);
}

function countKinds(results: OutsideAnswers['results']): Record<BulkResolveResultKind, number> {
  const counts = { single_artist: 0, compilation: 0, unresolved: 0 };
  for (const { kind } of results) counts[kind] += 1;
  return counts;
}

function announce(dependencies: AppDependencies, request: FastifyRequest, batch: ResolvedBatch): void {
  try {
    dependencies.onResolved?.(batch);
  } catch (error) {
    request.log.error({ err: error }, 'could not record a resolved batch');
  }
}

export function bulkResolveLibraries(dependencies: AppDependencies, metrics: Metrics) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<BulkResolveLibrariesResponse | undefined> => {
    const { inputs, include_tracks } = parseRequest(request.body);
    const resolver = dependencies.getResolver();
    if (resolver === null) throw new SnapshotNotLoadedError();
    const includeTracks = include_tracks === true;
    const explain = wantsExplanation(request.query);
    const started = performance.now();
    const answers = await resolveInChunks(resolver, inputs, { includeTracks, explain, signal: watchClient(reply) });
    if (answers === null) {
      request.log.info({ inputs: inputs.length }, 'the client went away');
      reply.hijack();
      return undefined;
    }
    const { results } = answers;
    request.timings = new Map([['resolve', performance.now() - started]]);
    metrics.observeResults(results);
    const { version: resolverVersion, snapshotId } = resolver;
    const callerId = request.caller?.id ?? 'unknown';
    request.log.info({ callerId, inputs: inputs.length, kinds: countKinds(results) }, 'resolved a batch');
    announce(dependencies, request, { requestId: request.id, callerId, inputs, results, resolverVersion, snapshotId });
    return present(resolver, answers, includeTracks);
  };
}
