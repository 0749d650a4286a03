import { u8 } from '../number-column.ts';
import { PackedTextsBuilder } from '../packed-texts.ts';
import { writeRunLengths } from '../run-lengths.ts';
import * as sql from './entities.sql.ts';
import { countRows, eachBatch, type IndexBuild, requireOrder, runAll } from './index-build.ts';
import { openIdsWriter } from './write-ids.ts';

const JOINT_RELEASES = 1_000_000;

/** Numbers artists and releases, reads the credits, and writes the artists. Returns how many there are. */
export async function writeArtists(build: IndexBuild): Promise<number> {
  const { writer } = build;
  await runAll(build, [
    sql.createSources(build.sources),
    sql.createKnownArtists,
    sql.createReleases,
    sql.createGroups,
    sql.createCredits,
    ...build.sources.map(sql.addCredits),
    sql.createJointParts,
    sql.createJoint,
  ]);
  const [releases, known] = [await countRows(build, 'index_release'), await countRows(build, 'index_artist')];
  for (let first = 0; first < releases; first += JOINT_RELEASES)
    await runAll(build, [sql.addJoint(first, first + JOINT_RELEASES)]);
  await runAll(build, ['DROP TABLE index_joint_part', sql.createUnlinked(known)]);
  const ids = await openIdsWriter(build, 'index_artist', 0);
  const [source, flags] = [u8(), u8()];
  const [names, comments] = [new PackedTextsBuilder(), new PackedTextsBuilder()];
  await eachBatch(build, sql.artists, (batch) => {
    requireOrder(batch.numbers(0), batch.rows, source.length);
    const sources = batch.numbers(1);
    source.pushAll(sources);
    flags.pushAll(batch.numbers(2));
    const [id, name, comment] = [batch.texts(3), batch.texts(4), batch.texts(5)];
    for (let row = 0; row < batch.rows; row += 1) {
      ids.push(sources[row] as number, id(row) as string);
      names.push(name(row));
      comments.push(comment(row));
    }
  });
  await eachBatch(build, sql.unlinkedArtists, (batch) => {
    requireOrder(batch.numbers(0), batch.rows, source.length);
    source.pushAll(batch.numbers(1));
    flags.pushAll(batch.numbers(2));
    const name = batch.texts(3);
    for (let row = 0; row < batch.rows; row += 1) {
      names.push(name(row));
      comments.push(null);
    }
  });
  ids.write();
  writeRunLengths('artist.source', source.blocks(), writer);
  writer.add('artist.flags', flags.blocks());
  names.write('artist.name', writer);
  comments.write('artist.comment', writer);
  return source.length;
}
