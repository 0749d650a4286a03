import { u32 } from '../number-column.ts';
import { type Grouped, groupByOwner, RunsBuilder, writeGrouped } from '../runs.ts';
import { SmallNumbersBuilder } from '../small-numbers.ts';
import type { StringList } from '../string-list.ts';
import { eachBatch, type IndexBuild, runAll } from './index-build.ts';
import { KeyListBuilder } from './key-list.ts';
import * as sql from './publication.sql.ts';

/** Writes releases by title key, and each artist's by title. Returns the keys, which are still to be written. */
export async function writeTitles(build: IndexBuild, made: Grouped, artists: number): Promise<StringList> {
  await runAll(build, [sql.createTitles]);
  const keys = new KeyListBuilder();
  const runs = new RunsBuilder();
  const release = u32();
  let last = -1;
  await eachBatch(build, sql.titles, (batch) => {
    const releases = batch.numbers(0);
    const keyOf = batch.texts(1);
    for (let row = 0; row < batch.rows; row += 1) {
      const key = keyOf(row);
      if (key !== null) keys.push(key);
      else if (releases[row] === last) continue;
      last = releases[row] as number;
      runs.add(keys.length - 1);
      release.push(last);
    }
  });
  await build.workbench.run('DROP TABLE index_title');
  const releases = release.join();
  const starts = runs.write('title', keys.length, build.writer);
  build.writer.add('title.release', releases);
  writeArtistReleases(build, { titles: starts, releases, made, artists });
  return keys.finish();
}

/**
 * By artist, then title, then release: titles are gone through in turn, so each artist's come in order. A release is known by its
 * rank among those of the title.
 */
function writeArtistReleases(
  build: IndexBuild,
  { titles, releases, made, artists }: { titles: Uint32Array; releases: Uint32Array; made: Grouped; artists: number },
): void {
  const [owner, title, rank] = [u32(), u32(), u32()];
  for (let place = 0; place + 1 < titles.length; place += 1) {
    for (let at = titles[place] as number; at < (titles[place + 1] as number); at += 1) {
      const of = releases[at] as number;
      for (let by = made.starts[of] as number; by < (made.starts[of + 1] as number); by += 1) {
        owner.push(made.values[by] as number);
        title.push(place);
        rank.push(at - (titles[place] as number));
      }
    }
  }
  const ofTitles = groupByOwner(owner.blocks(), title.blocks(), artists);
  const ofRanks = groupByOwner(owner.blocks(), rank.blocks(), artists);
  writeGrouped('artistRelease', ofTitles.starts, { title: ofTitles.values }, build.writer);
  const ranks = new SmallNumbersBuilder();
  for (const each of ofRanks.values) ranks.push(each);
  ranks.write('artistRelease.rank', build.writer);
}
