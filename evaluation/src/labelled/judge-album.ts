import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Judgement } from '../outcome.ts';
import { AUTHORITY } from './csv-reference.ts';
import type { LabelledAlbum } from './read-labelled.ts';
import { compareAlbums, type KnownAlbum } from './same-album.ts';

export function legOf(result: BulkResolveResult): BulkResolveResult['provenance'][number] | undefined {
  return result.provenance.find(({ source }) => source === `${AUTHORITY}_release`);
}

/** The id that was answered, or null. */
export function answerOf(result: BulkResolveResult): string | null {
  if (result.kind === 'unresolved') return null;
  return legOf(result)?.external_id?.replace(/#\d+$/, '') ?? null;
}

export interface JudgedAlbum {
  readonly judgement: Judgement;
  /** How a right answer was known to be right. */
  readonly by: 'id' | 'artist and title' | 'title alone' | null;
}

/** Right is the true id, or another edition of its album by all that both are called. */
export function judgeAlbum(
  query: LabelledAlbum,
  result: BulkResolveResult,
  known: ReadonlyMap<string, KnownAlbum>,
): JudgedAlbum {
  const answer = answerOf(result);
  if (answer === null) return { judgement: abstention(query, result), by: null };
  if (answer === query.truth) return { judgement: 'correct', by: 'id' };
  const [given, truth] = [known.get(answer), known.get(query.truth)];
  const sameness = given && truth ? compareAlbums(given, truth) : 'different';
  if (sameness === 'different') return { judgement: query.answerable ? 'wrong' : 'linked', by: null };
  return { judgement: 'correct', by: sameness === 'same' ? 'artist and title' : 'title alone' };
}

function abstention({ answerable }: LabelledAlbum, result: BulkResolveResult): Judgement {
  if (!answerable) return 'abstained';
  const isAmbiguous = result.unresolved_reason === 'ambiguous' || legOf(result)?.reason === 'ambiguous';
  return isAmbiguous ? 'ambiguous' : 'missed';
}
