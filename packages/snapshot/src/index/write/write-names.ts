import { nameRoles } from '../index-meta.ts';
import { u8, u32 } from '../number-column.ts';
import { PackedTextsBuilder } from '../packed-texts.ts';
import { RunsBuilder } from '../runs.ts';
import type { StringList } from '../string-list.ts';
import * as sql from './entities.sql.ts';
import { eachBatch, type IndexBuild, runAll } from './index-build.ts';
import { KeyListBuilder } from './key-list.ts';

/** Roles by the number that the rows are sorted by, as the number that is stored. */
const storedRoles = nameRoles.toSorted().map((role) => nameRoles.indexOf(role));

/** Writes the names of artists by key. Returns how many, and the keys, which are still to be written. */
export async function writeNames(build: IndexBuild): Promise<{ names: number; keys: StringList }> {
  const { writer } = build;
  await runAll(build, [sql.createNames, ...build.sources.map(sql.addNames), sql.addOtherNames]);
  const keys = new KeyListBuilder();
  const runs = new RunsBuilder();
  const [artist, role] = [u32(), u8()];
  const spelling = new PackedTextsBuilder();
  const last = { key: null as string | null, artist: -1, role: -1, name: null as string | null };
  await eachBatch(build, sql.names, (batch) => {
    const [artists, roles] = [batch.numbers(0), batch.numbers(1)];
    const [keyOf, nameOf] = [batch.texts(2), batch.texts(3)];
    for (let row = 0; row < batch.rows; row += 1) {
      const key = keyOf(row) as string;
      const name = nameOf(row);
      if (key !== last.key) keys.push(key);
      else if (last.artist === artists[row] && last.role === roles[row] && last.name === name) continue;
      Object.assign(last, { key, artist: artists[row], role: roles[row], name });
      runs.add(keys.length - 1);
      artist.push(artists[row] as number);
      role.push(storedRoles[roles[row] as number] as number);
      spelling.push(name);
    }
  });
  await build.workbench.run('DROP TABLE index_name');
  runs.write('name', keys.length, writer);
  writer.add('name.artist', artist.blocks());
  writer.add('name.role', role.blocks());
  spelling.write('name.text', writer);
  return { names: artist.length, keys: keys.finish() };
}
