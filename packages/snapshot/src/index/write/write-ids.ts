import { IdsBuilder } from '../entity-ids.ts';
import type { IdForm, IdRange } from '../index-meta.ts';
import { idForms } from './entities.sql.ts';
import type { IndexBuild } from './index-build.ts';

/** Takes the ids of one table, source after source, and writes each source's as their form allows. */
export interface IdsWriter {
  push(source: number, id: string): void;
  write(): void;
}

/** `base` is the number that the table's first entity has among all nodes. */
export async function openIdsWriter(build: IndexBuild, table: string, base: number): Promise<IdsWriter> {
  const ranges = new Map<number, { range: IdRange; builder: IdsBuilder }>();
  for (const row of await build.workbench.rows(idForms(table))) {
    const form: IdForm = row.numbers ? 'number' : row.uuids ? 'uuid' : 'text';
    const source = Number(row.source);
    const prefix = form === 'number' ? String(row.prefix) : '';
    const range: IdRange = {
      source,
      first: base + Number(row.first),
      count: Number(row.count),
      form,
      prefix,
      section: `ids.${table}.${source}`,
    };
    ranges.set(source, { range, builder: new IdsBuilder(range) });
  }
  return {
    push: (source, id) => ranges.get(source)?.builder.push(id),
    write: () => {
      for (const { range, builder } of ranges.values()) {
        builder.write(build.writer);
        build.ids.push(range);
      }
    },
  };
}
