import { SnapshotError } from '../../errors.ts';
import { type GroupRelation, linkFlag } from '../index-meta.ts';
import { pushLink } from '../link-index.ts';
import { u8, u32 } from '../number-column.ts';
import { groupByOwner, RunsBuilder } from '../runs.ts';
import type { NumberedSource } from './entities.sql.ts';
import { eachBatch, type IndexBuild, runAll } from './index-build.ts';
import * as sql from './links.sql.ts';
import { openIdsWriter } from './write-ids.ts';

export interface WrittenLinks {
  readonly properties: string[];
  readonly groupRelations: GroupRelation[];
  /** Links that are not written because a source they name is not known, by that source. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Writes cross-references by the entity that they lead from, in both directions. */
export async function writeLinks(build: IndexBuild, counts: sql.NodeCounts): Promise<WrittenLinks> {
  const { workbench } = build;
  const known = new Map(build.sources.map((source) => [source.name, source]));
  const ofNames = (rows: readonly Record<string, unknown>[], column: string) =>
    rows.flatMap((row) => known.get(String(row[column])) ?? []);
  const linked = ofNames(await workbench.rows(sql.linkedSources), 'source');
  await runAll(build, [sql.createStrangers, ...linked.map(sql.addStrangers), sql.createExternals]);
  const externals = await writeExternals(build, counts);
  const groupRelations = (await workbench.rows(sql.groupRelations)).map((row) => ({
    releases: Number(row.releases),
    groups: Number(row.groups),
    property: String(row.property),
  }));
  const pairs = (await workbench.rows(sql.linkedPairs)).flatMap((row): [NumberedSource, NumberedSource][] => {
    const [a, b] = [known.get(String(row.a)), known.get(String(row.b))];
    return a && b ? [[a, b]] : [];
  });
  const told = (a: NumberedSource, b: NumberedSource) =>
    groupRelations.filter(({ releases, groups }) => releases === a.place && groups === b.place);
  await runAll(build, [
    sql.createLinks,
    ...pairs.map(([a, b]) => sql.addLinks(a, b, { counts, told: told(a, b).map(({ property }) => property) })),
  ]);
  const properties = (await workbench.rows(sql.properties)).map((row) => String(row.via_property));
  if (properties.length > 256)
    throw new SnapshotError('too_large', `the match index cannot hold ${properties.length} kinds of links`);
  await layLinks(build, counts.artists + counts.releases + externals);
  const leftOut = (await workbench.rows(sql.leftOut)).map((row) => [String(row.source), Number(row.links)]);
  return { properties, groupRelations, leftOut: Object.fromEntries(leftOut) };
}

async function writeExternals(build: IndexBuild, { artists, releases }: sql.NodeCounts): Promise<number> {
  const ids = await openIdsWriter(build, 'index_external', artists + releases);
  let count = 0;
  await eachBatch(build, sql.externals, (batch) => {
    const source = batch.numbers(0);
    const id = batch.texts(1);
    for (let row = 0; row < batch.rows; row += 1) ids.push(source[row] as number, id(row) as string);
    count += batch.rows;
  });
  ids.write();
  return count;
}

async function layLinks(build: IndexBuild, nodes: number): Promise<void> {
  const [owner, place] = [u32(), u32()];
  const [from, to, property, flags] = [u32(), u32(), u8(), u8()];
  await eachBatch(build, sql.links, (batch) => {
    from.pushAll(batch.numbers(0));
    to.pushAll(batch.numbers(1));
    property.pushAll(batch.numbers(2));
    flags.pushAll(batch.numbers(3));
  });
  const [a, b, via, bits] = [from.join(), to.join(), property.join(), flags.join()];
  for (let link = 0; link < a.length; link += 1) {
    owner.push(a[link] as number);
    place.push(link * 2);
    owner.push(b[link] as number);
    place.push(link * 2 + 1);
  }
  const grouped = groupByOwner(owner.blocks(), place.blocks(), nodes);
  const runs = new RunsBuilder();
  const entries = u8();
  for (let node = 0; node < nodes; node += 1) {
    for (let at = grouped.starts[node] as number; at < (grouped.starts[node + 1] as number); at += 1) {
      const link = (grouped.values[at] as number) >>> 1;
      const asserted = ((grouped.values[at] as number) & 1) === 0;
      runs.add(node);
      const to = (asserted ? b[link] : a[link]) as number;
      const flags = (bits[link] as number) | (asserted ? linkFlag.asserted : 0);
      pushLink(entries, { to, property: via[link] as number, flags });
    }
  }
  runs.write('link', nodes, build.writer);
  build.writer.add('link.entries', entries.blocks());
}
