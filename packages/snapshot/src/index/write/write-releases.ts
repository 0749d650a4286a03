import { type IndexMeta, none, releaseFlag } from '../index-meta.ts';
import { u8, u32 } from '../number-column.ts';
import { PackedTextsBuilder } from '../packed-texts.ts';
import { writeRunLengths } from '../run-lengths.ts';
import { type Grouped, groupByOwner, sortRuns, writeGrouped } from '../runs.ts';
import { WordColumn } from '../word-column.ts';
import * as entities from './entities.sql.ts';
import { countRows, eachBatch, type IndexBuild, requireOrder, runAll } from './index-build.ts';
import * as sql from './publication.sql.ts';
import { openIdsWriter } from './write-ids.ts';

export interface WrittenReleases {
  readonly releases: number;
  readonly words: Pick<IndexMeta, 'formats' | 'countries' | 'years'>;
  /** Artists of each release. */
  readonly artists: Grouped;
}

/** Writes releases, who made them and how they are grouped. */
export async function writeReleases(build: IndexBuild, artists: number): Promise<WrittenReleases> {
  const { writer } = build;
  const count = await countRows(build, 'index_release');
  const groups = await readGroups(build, count);
  const ids = await openIdsWriter(build, 'index_release', artists);
  const [source, flags] = [u8(), u8()];
  const [year, country, format] = [new WordColumn<number>(0), new WordColumn<string>(''), new WordColumn<string>('')];
  const titles = new PackedTextsBuilder();
  await eachBatch(build, sql.releases, (batch) => {
    const first = source.length;
    requireOrder(batch.numbers(0), batch.rows, first);
    const [sources, years, bits] = [batch.numbers(1), batch.numbers(2), batch.numbers(3)];
    source.pushAll(sources);
    const [id, title, countryOf, formatOf] = [batch.texts(4), batch.texts(5), batch.texts(6), batch.texts(7)];
    for (let row = 0; row < batch.rows; row += 1) {
      ids.push(sources[row] as number, id(row) as string);
      const same = groups.sameTitle[first + row] === 1;
      titles.push(same ? null : title(row));
      flags.push((bits[row] as number) | (same ? releaseFlag.titleOfGroup : 0));
      year.push(years[row] as number);
      country.push(countryOf(row) ?? '');
      format.push(formatOf(row) ?? '');
    }
  });
  ids.write();
  const allFlags = flags.join();
  const made = await readReleaseArtists(build, count);
  await writeCredits(build, allFlags, made);
  writeRunLengths('release.source', source.blocks(), writer);
  writer.add('release.flags', allFlags);
  writer.add('release.group', groups.group);
  const words = {
    years: year.write('release.year', writer),
    countries: country.write('release.country', writer),
    formats: format.write('release.format', writer),
  };
  titles.write('release.title', writer);
  writeGrouped('releaseArtist', made.starts, { artist: made.values }, writer);
  return { releases: count, words, artists: made };
}

async function readGroups(build: IndexBuild, count: number): Promise<{ group: Uint32Array; sameTitle: Uint8Array }> {
  const group = new Uint32Array(count).fill(none);
  const sameTitle = new Uint8Array(count);
  const [members, owners] = [u32(), u32()];
  await eachBatch(build, sql.groups, (batch) => {
    const [release, of, same] = [batch.numbers(0), batch.numbers(1), batch.numbers(2)];
    members.pushAll(release);
    owners.pushAll(of);
    for (let row = 0; row < batch.rows; row += 1) {
      group[release[row] as number] = of[row] as number;
      sameTitle[release[row] as number] = same[row] as number;
    }
  });
  const pressings = sortRuns(groupByOwner(owners.blocks(), members.blocks(), count));
  writeGrouped('groupRelease', pressings.starts, { release: pressings.values }, build.writer);
  return { group, sameTitle };
}

async function readReleaseArtists(build: IndexBuild, count: number): Promise<Grouped> {
  const [release, artist] = [u32(), u32()];
  for (const part of entities.releaseArtists)
    await eachBatch(build, part, (batch) => {
      release.pushAll(batch.numbers(0));
      artist.pushAll(batch.numbers(1));
    });
  return sortRuns(groupByOwner(release.blocks(), artist.blocks(), count));
}

const creditFlags = [0, releaseFlag.creditOfArtist, releaseFlag.creditOfGroup];

/** A credit that is its one artist's heading or its group's is a flag; any other is written as printed. */
async function writeCredits(build: IndexBuild, flags: Uint8Array, made: Grouped): Promise<void> {
  const printed = new PackedTextsBuilder();
  const upTo = (release: number) => {
    while (printed.length < release) printed.push(null);
  };
  await runAll(build, [sql.createPrinted]);
  await eachBatch(build, sql.printedCredits, (batch) => {
    const [release, how] = [batch.numbers(0), batch.numbers(1)];
    const text = batch.texts(2);
    for (let row = 0; row < batch.rows; row += 1) {
      const at = release[row] as number;
      upTo(at);
      if (printed.length > at) continue;
      flags[at] = (flags[at] as number) | (creditFlags[how[row] as number] as number);
      printed.push(text(row));
    }
  });
  upTo(made.starts.length - 1);
  printed.write('release.credit', build.writer);
}
