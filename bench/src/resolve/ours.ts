import type { Resolver } from '@deadwax/resolver/resolver';
import { type Asked, type Judged, judge } from './asked.ts';

export interface Cost extends Judged {
  readonly rows: number;
  /** Of CPU, for a row. */
  readonly microseconds: number;
}

/** From the text of a row to its answer as JSON, on the calling thread; the best of the rounds, as other work only adds. */
export function measureOurs(resolver: Resolver, asked: readonly Asked[], rounds: number): Cost {
  const inputs = asked.map(({ artist, album }, place) => ({
    library_id: place + 1,
    artist_name: artist,
    album_title: album,
  }));
  let [least, answers]: [number, string[]] = [Number.POSITIVE_INFINITY, []];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    answers = inputs.map((input) => JSON.stringify(resolver.resolve([input], { includeTracks: false })[0]));
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  const judged = judge(asked, (place) => albumOf(answers[place] as string, asked[place]?.release ?? ''));
  return { rows: asked.length, microseconds: least / asked.length, ...judged };
}

/** The album of an answer, as a master where the one that is meant is a master. */
function albumOf(answer: string, meant: string): string | null {
  const { main } = JSON.parse(answer) as { main: Record<string, unknown> | null };
  const source = meant.slice(0, meant.indexOf(':'));
  const id = source === 'discogs_master' ? main?.discogs_master_id : main?.discogs_release_id;
  return id == null ? null : `${source}:${String(id)}`;
}
