import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { Resolver } from '../resolver.ts';
import { answerChunk } from './chunk.ts';

/** Enough for the compiler to have seen what is run often. */
const MOST_ROWS = 2000;
const LONGEST_MS = 1500;
/** Every so manieth row has a slip, as look-ups of like names are compiled apart from those of equal ones. */
const SLIP_EVERY = 4;

type WarmIndex = Pick<MatchIndex, 'meta' | 'releaseTitle' | 'releaseCredit' | 'artistsOf' | 'artistName'>;

/**
 * Answers rows that releases from all over the index are made into, so that the first callers do not wait for its pages to be read and
 * for code to be compiled. Gives how many.
 */
export function warmUp(resolver: Pick<Resolver, 'resolve'>, index: WarmIndex, longestMs = LONGEST_MS): number {
  const until = performance.now() + longestMs;
  const { releases } = index.meta;
  const step = Math.max(1, releases / MOST_ROWS);
  let rows = 0;
  for (let at = 0; at < releases && performance.now() < until; at += step) {
    rows += 1;
    try {
      const inputs = JSON.stringify([inputOf(index, Math.floor(at), rows)]);
      answerChunk(resolver, { inputs, includeTracks: false, separator: ',' });
    } catch {
      // Whoever asks for such a row is told. No other row should go unanswered for it.
    }
  }
  return rows;
}

function inputOf(index: WarmIndex, release: number, row: number): BulkResolveInput {
  const [artist] = index.artistsOf(release);
  const name = index.releaseCredit(release) ?? (artist === undefined ? 'Various' : index.artistName(artist));
  const typed = row % SLIP_EVERY === 0 ? name.slice(0, 3) + name.slice(4) : name;
  return { library_id: row, artist_name: typed || name, album_title: index.releaseTitle(release) };
}
