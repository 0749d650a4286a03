import { readFileSync } from 'node:fs';
import type {
  BulkResolveInput,
  BulkResolveLibrariesResponse,
  BulkResolveResult,
  Problem,
} from '@deadwax/contract/schemas';

const examples = new URL('../../../../contract/examples/bulk-resolve-libraries/valid/', import.meta.url);
const answer = readExample<BulkResolveLibrariesResponse>('response.json');

export const problem = readExample<Problem>('problem-snapshot-not-loaded.json');
export const secret = 'tok-abcdefgh-wxyz';

export function makeInput(input: Partial<BulkResolveInput> = {}): BulkResolveInput {
  return { library_id: 1, artist_name: 'Stereolab', album_title: 'Dots and Loops', ...input };
}

export function makeInputs(count: number): BulkResolveInput[] {
  return Array.from({ length: count }, (_, place) => makeInput({ library_id: place + 1 }));
}

/** An unresolved record by default: nothing in it depends on the id. */
export function makeResult(result: Partial<BulkResolveResult> = {}): BulkResolveResult {
  return { ...structuredClone(answer.results[1]!), ...result };
}

export function makeAnswer(
  ids: readonly number[],
  rest: Partial<BulkResolveLibrariesResponse> = {},
): BulkResolveLibrariesResponse {
  return { ...structuredClone(answer), results: ids.map((id) => makeResult({ library_id: id })), ...rest };
}

function readExample<T>(file: string): T {
  return (JSON.parse(readFileSync(new URL(file, examples), 'utf8')) as { value: T }).value;
}
