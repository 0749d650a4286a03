import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { answerOf } from '../jobs/truth.ts';

/** What the resolver says once the first answers are old: half of the records have another id, the rest are as they were. */
export function secondAnswerOf(input: BulkResolveInput): BulkResolveResult {
  return answerOf(input, /[02468]$/.test(input.album_title) ? 2 : 1);
}
