import type { EntitySource } from '@deadwax/sources/authority';
import type { Cell, Workbench } from '../build/duckdb.ts';
import { quoteText } from '../build/sql.ts';
import { RunStarts } from './grouped-writer.ts';
import { GrowingUint8, GrowingUint32 } from './growing.ts';
import { IndexWriter } from './index-file.ts';
import { artistFlag, type IndexMeta, type IndexSource, linkFlag, nameRoles, none, releaseFlag } from './index-meta.ts';
import * as queries from './queries.ts';
import { StringListBuilder } from './string-list.ts';
import { writeTextTable } from './text-table.ts';
import { writeKeySearch } from './write-key-search.ts';

export interface IndexCounts {
  readonly artists: number;
  readonly names: number;
  readonly releases: number;
}

interface Build {
  readonly workbench: Workbench;
  readonly writer: IndexWriter;
  readonly sources: Map<string, number>;
  readonly signal: AbortSignal;
}

/** Lays the match index out from the authority tables (views `authority_*` of the workbench) into one file. */
export async function buildIndex(
  workbench: Workbench,
  options: {
    path: string;
    entities: readonly EntitySource[];
    normaliserVersion: string;
    signal: AbortSignal;
    onStep: (done: number) => void;
  },
): Promise<IndexCounts> {
  const sources = indexSources(options.entities);
  const writer = new IndexWriter(options.path);
  const build: Build = {
    workbench,
    writer,
    sources: new Map(sources.map(({ name }, place) => [name, place])),
    signal: options.signal,
  };
  try {
    const families = options.entities
      .map(({ name, family }) => `SELECT ${quoteText(name)} AS source, ${quoteText(family)} AS family`)
      .join(' UNION ALL ');
    await workbench.run(queries.createArtists(families));
    const artists = await writeArtists(build);
    options.onStep(1);
    const names = await writeArtistNames(build);
    options.onStep(2);
    await workbench.run(queries.createReleases);
    const { releases, formats, countries } = await writeReleases(build);
    options.onStep(3);
    await writeTitles(build);
    await writeArtistReleases(build, artists, releases);
    options.onStep(4);
    await writePublication(build, releases);
    const properties = await writeLinks(build);
    options.onStep(5);
    writer.finish({
      sources,
      formats,
      countries,
      properties,
      artists,
      names,
      releases,
      normaliserVersion: options.normaliserVersion,
    } satisfies IndexMeta);
    return { artists, names, releases };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Authority sources first, then a placeholder source for each family's unlinked credits. */
function indexSources(entities: readonly EntitySource[]): IndexSource[] {
  const families = [...new Set(entities.map(({ family }) => family))];
  return [
    ...entities.map(({ name, family, grain }) => ({ name, family, grain })),
    ...families.map((family) => ({ name: `~${family}`, family, grain: 'artist' as const })),
  ];
}

async function eachRow(
  build: Build,
  sql: string,
  visit: (columns: readonly (readonly Cell[])[], row: number) => void,
): Promise<void> {
  for await (const columns of build.workbench.chunks(sql)) {
    build.signal.throwIfAborted();
    const rows = columns[0]?.length ?? 0;
    for (let row = 0; row < rows; row += 1) visit(columns, row);
  }
}

const text = (columns: readonly (readonly Cell[])[], column: number, row: number): string | null =>
  (columns[column]?.[row] ?? null) as string | null;
const number = (columns: readonly (readonly Cell[])[], column: number, row: number): number =>
  Number(columns[column]?.[row] ?? 0);
const flag = (columns: readonly (readonly Cell[])[], column: number, row: number, bit: number): number =>
  columns[column]?.[row] === true ? bit : 0;

async function writeArtists(build: Build): Promise<number> {
  const source = new GrowingUint8();
  const flags = new GrowingUint8();
  const [ids, names, comments] = [new StringListBuilder(), new StringListBuilder(), new StringListBuilder()];
  await eachRow(build, queries.artists, (columns, row) => {
    source.push(build.sources.get(text(columns, 0, row) ?? '') ?? 255);
    ids.push(text(columns, 1, row));
    names.push(text(columns, 2, row));
    comments.push(text(columns, 3, row));
    const various = flag(columns, 6, row, artistFlag.various);
    const matchable = various ? 0 : flag(columns, 4, row, artistFlag.matchable);
    flags.push(matchable | flag(columns, 5, row, artistFlag.placeholder) | various);
  });
  build.writer.add('artist.source', source.finish());
  build.writer.add('artist.flags', flags.finish());
  ids.write('artist.id', build.writer);
  names.write('artist.name', build.writer);
  comments.write('artist.comment', build.writer);
  return source.length;
}

async function writeArtistNames(build: Build): Promise<number> {
  const keys = new StringListBuilder();
  const starts = new RunStarts();
  const artist = new GrowingUint32();
  const role = new GrowingUint8();
  const spelling = new StringListBuilder();
  let last: string | null = null;
  await eachRow(build, queries.artistNames, (columns, row) => {
    const key = text(columns, 0, row);
    if (key !== last) keys.push(key);
    last = key;
    starts.add(keys.length - 1);
    artist.push(number(columns, 1, row));
    role.push(nameRoles.indexOf(text(columns, 2, row) as (typeof nameRoles)[number]));
    spelling.push(text(columns, 3, row));
  });
  keys.write('artistKey.text', build.writer);
  writeTextTable('artistKey', keys.finish(), build.writer);
  writeKeySearch('artistKey', keys.finish(), build.writer);
  starts.write('name', keys.length, build.writer);
  build.writer.add('name.artist', artist.finish());
  build.writer.add('name.role', role.finish());
  spelling.write('name.text', build.writer);
  return artist.length;
}

async function writeReleases(build: Build): Promise<{ releases: number; formats: string[]; countries: string[] }> {
  const [source, flags, group, format, country] = [
    new GrowingUint8(),
    new GrowingUint8(),
    new GrowingUint32(),
    new GrowingUint32(),
    new GrowingUint32(),
  ];
  const year = new GrowingUint32();
  const [ids, titles, credits] = [new StringListBuilder(), new StringListBuilder(), new StringListBuilder()];
  const [formats, countries] = [new Map<string, number>([['', 0]]), new Map<string, number>([['', 0]])];
  await eachRow(build, queries.releases, (columns, row) => {
    source.push(build.sources.get(text(columns, 0, row) ?? '') ?? 255);
    ids.push(text(columns, 1, row));
    group.push(columns[3]?.[row] == null ? none : number(columns, 3, row));
    titles.push(text(columns, 4, row));
    year.push(number(columns, 5, row));
    country.push(intern(countries, text(columns, 6, row)));
    format.push(intern(formats, text(columns, 7, row)));
    flags.push(
      flag(columns, 2, row, releaseFlag.pressing) |
        flag(columns, 8, row, releaseFlag.main) |
        flag(columns, 9, row, releaseFlag.matchable),
    );
    credits.push(text(columns, 10, row));
  });
  build.writer.add('release.source', source.finish());
  build.writer.add('release.flags', flags.finish());
  build.writer.add('release.group', group.finish());
  build.writer.add('release.year', Int16Array.from(year.finish()));
  build.writer.add('release.country', country.finish());
  build.writer.add('release.format', format.finish());
  ids.write('release.id', build.writer);
  titles.write('release.title', build.writer);
  credits.write('release.credit', build.writer);
  return { releases: source.length, formats: [...formats.keys()], countries: [...countries.keys()] };
}

function intern(words: Map<string, number>, word: string | null): number {
  const known = words.get(word ?? '');
  if (known !== undefined) return known;
  words.set(word ?? '', words.size);
  return words.size - 1;
}

async function writeTitles(build: Build): Promise<void> {
  await build.workbench.run(queries.createTitles);
  const keys = new StringListBuilder();
  const starts = new RunStarts();
  const release = new GrowingUint32();
  let last: string | null = null;
  await eachRow(build, queries.titleReleases, (columns, row) => {
    const key = text(columns, 0, row);
    if (key !== last) keys.push(key);
    last = key;
    starts.add(keys.length - 1);
    release.push(number(columns, 1, row));
  });
  keys.write('titleKey.text', build.writer);
  writeTextTable('titleKey', keys.finish(), build.writer);
  writeKeySearch('titleKey', keys.finish(), build.writer);
  starts.write('title', keys.length, build.writer);
  build.writer.add('title.release', release.finish());
}

/** Writes pairs (owner, value…) as `<name>.start` and one `<name>.<column>` each. */
async function writeRuns(
  build: Build,
  run: { name: string; sql: string; owners: number; columns: readonly string[] },
): Promise<void> {
  const starts = new RunStarts();
  const values = run.columns.map(() => new GrowingUint32());
  await eachRow(build, run.sql, (columns, row) => {
    starts.add(number(columns, 0, row));
    for (const [place, value] of values.entries()) value.push(number(columns, place + 1, row));
  });
  starts.write(run.name, run.owners, build.writer);
  for (const [place, column] of run.columns.entries())
    build.writer.add(`${run.name}.${column}`, (values[place] as GrowingUint32).finish());
}

async function writeArtistReleases(build: Build, artists: number, releases: number): Promise<void> {
  await build.workbench.run(queries.createArtistReleases);
  await writeRuns(build, {
    name: 'artistRelease',
    sql: queries.artistReleases,
    owners: artists,
    columns: ['title', 'release'],
  });
  await writeRuns(build, { name: 'releaseArtist', sql: queries.releaseArtists, owners: releases, columns: ['artist'] });
  await writeRuns(build, { name: 'groupRelease', sql: queries.groupReleases, owners: releases, columns: ['release'] });
}

async function writeTexts(
  build: Build,
  run: { name: string; sql: string; owners: number; columns: readonly string[] },
): Promise<void> {
  const starts = new RunStarts();
  const values = run.columns.map(() => new StringListBuilder());
  await eachRow(build, run.sql, (columns, row) => {
    starts.add(number(columns, 0, row));
    for (const [place, value] of values.entries()) value.push(text(columns, place + 1, row));
  });
  starts.write(run.name, run.owners, build.writer);
  for (const [place, column] of run.columns.entries()) values[place]?.write(`${run.name}.${column}`, build.writer);
}

async function writePublication(build: Build, releases: number): Promise<void> {
  await writeTexts(build, { name: 'otherTitle', sql: queries.otherTitles, owners: releases, columns: ['title'] });
  await writeTexts(build, {
    name: 'label',
    sql: queries.releaseLabels,
    owners: releases,
    columns: ['name', 'catalogNumber'],
  });
  await writeTexts(build, { name: 'barcode', sql: queries.releaseBarcodes, owners: releases, columns: ['text'] });
}

async function writeLinks(build: Build): Promise<string[]> {
  const nodes = new StringListBuilder();
  await eachRow(build, queries.linkNodes, (columns, row) => nodes.push(text(columns, 0, row)));
  const places = new Map<string, number>();
  const list = nodes.finish();
  for (let place = 0; place < list.length; place += 1) places.set(list.get(place), place);
  const starts = new RunStarts();
  const [target, property, flags] = [new GrowingUint32(), new GrowingUint8(), new GrowingUint8()];
  const properties = new Map<string, number>();
  await eachRow(build, queries.links, (columns, row) => {
    starts.add(places.get(text(columns, 0, row) ?? '') ?? 0);
    target.push(places.get(text(columns, 1, row) ?? '') ?? 0);
    property.push(intern(properties, text(columns, 2, row)));
    flags.push(
      flag(columns, 3, row, linkFlag.ended) |
        flag(columns, 4, row, linkFlag.preferred) |
        flag(columns, 5, row, linkFlag.asserted),
    );
  });
  nodes.write('node.text', build.writer);
  writeTextTable('node', list, build.writer);
  starts.write('link', list.length, build.writer);
  build.writer.add('link.target', target.finish());
  build.writer.add('link.property', property.finish());
  build.writer.add('link.flags', flags.finish());
  return [...properties.keys()];
}
