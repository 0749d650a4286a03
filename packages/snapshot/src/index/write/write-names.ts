import { nameRoles } from '../index-meta.ts';
import { NameTextsBuilder } from '../name-texts.ts';
import { u32 } from '../number-column.ts';
import { writeOrdinals } from '../ordinals.ts';
import { RunsBuilder } from '../runs.ts';
import type { StringList } from '../string-list.ts';
import * as sql from './entities.sql.ts';
import { eachBatch, type IndexBuild, runAll } from './index-build.ts';
import { KeyListBuilder } from './key-list.ts';

/** Roles by the number that the rows are sorted by, as the number that is stored. */
const storedRoles = nameRoles.toSorted().map((role) => nameRoles.indexOf(role));

/** Writes the names of artists by key. Returns how many, and the keys, which are still to be written. */
export async function writeNames(build: IndexBuild, artists: number): Promise<{ names: number; keys: StringList }> {
  const { writer } = build;
  await runAll(build, [sql.createNames, ...build.sources.map(sql.addNames), sql.addOtherNames]);
  const keys = new KeyListBuilder();
  const runs = new RunsBuilder();
  const artist = u32();
  const texts = new NameTextsBuilder();
  const last = { key: null as string | null, artist: -1, role: -1, heading: 0, name: null as string | null };
  await eachBatch(build, sql.names, (batch) => {
    const [owners, roles, headings] = [batch.numbers(0), batch.numbers(1), batch.numbers(2)];
    const [keyOf, nameOf] = [batch.texts(3), batch.texts(4)];
    for (let row = 0; row < batch.rows; row += 1) {
      const key = keyOf(row) as string;
      const [heading, name] = [headings[row] as number, nameOf(row) as string];
      if (key !== last.key) keys.push(key);
      else if (
        last.artist === owners[row] &&
        last.role === roles[row] &&
        last.heading === heading &&
        last.name === name
      )
        continue;
      Object.assign(last, { key, artist: owners[row], role: roles[row], heading, name });
      runs.add(keys.length - 1);
      artist.push(owners[row] as number);
      texts.push(key, storedRoles[roles[row] as number] as number, { text: name, isHeading: heading === 1 });
    }
  });
  await build.workbench.run('DROP TABLE index_name');
  runs.write('name', keys.length, writer);
  writeOrdinals('name.artist', artist, { count: artists, writer });
  texts.write('name', writer);
  return { names: artist.length, keys: keys.finish() };
}
