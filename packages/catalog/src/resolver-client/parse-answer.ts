import {
  validateBulkResolveLibrariesResponse,
  validateBulkResolveResult,
} from '@deadwax/contract/generated/validators';
import type { BulkResolveLibrariesResponse, BulkResolveResult } from '@deadwax/contract/schemas';
import { ResolverInvalidAnswerError } from './faults.ts';

export interface ParsedRow {
  readonly libraryId: number;
  /** Null where the row does not follow the contract. */
  readonly result: BulkResolveResult | null;
}

export interface ParsedAnswer {
  readonly envelope: Omit<BulkResolveLibrariesResponse, 'results'>;
  readonly rows: readonly ParsedRow[];
}

/** One bad row costs no other. An answer whose envelope is wrong, or whose rows all are, is none. */
export function parseAnswer(body: unknown): ParsedAnswer | ResolverInvalidAnswerError {
  if (validateBulkResolveLibrariesResponse(body)) {
    return { envelope: body, rows: body.results.map((result) => ({ libraryId: result.library_id, result })) };
  }
  const fault = new ResolverInvalidAnswerError(`the answer does not follow the contract: ${formatFirstError()}`, {
    status: 200,
    code: 'invalid_answer',
  });
  const results: unknown = (body as { results?: unknown } | null | undefined)?.results;
  if (!Array.isArray(results)) return fault;
  const envelope: unknown = { ...(body as object), results: [] };
  if (!validateBulkResolveLibrariesResponse(envelope)) return fault;
  const rows = results.flatMap(parseRow);
  return rows.some((row) => row.result !== null) ? { envelope, rows } : fault;
}

function parseRow(row: unknown): ParsedRow[] {
  if (validateBulkResolveResult(row)) return [{ libraryId: row.library_id, result: row }];
  const id = (row as { library_id?: unknown } | null)?.library_id;
  // A row without an id is nobody's: the input that it meant is missing.
  return Number.isInteger(id) ? [{ libraryId: id as number, result: null }] : [];
}

function formatFirstError(): string {
  const first = validateBulkResolveLibrariesResponse.errors?.[0];
  return first ? `${first.instancePath || 'the body'} ${first.message}` : 'unknown';
}
