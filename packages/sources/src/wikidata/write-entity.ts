import type { RowSink } from '../source.ts';
import type { WikidataEntity } from './parse-entity.ts';

export function writeEntity(entity: WikidataEntity, sink: RowSink): void {
  const { qid } = entity;
  sink.record('entity', qid);
  sink.row('entity', [qid, entity.kind, entity.label, entity.description, entity.year]);
  for (const { language, value } of entity.labels) sink.row('entity_label', [qid, language, value]);
  for (const { language, value } of entity.aliases) sink.row('entity_alias', [qid, language, value]);
  for (const { property, value, rank, ended, best } of entity.externalIds) {
    sink.row('claim_external_id', [qid, property, value, rank, ended, best]);
  }
  for (const { property, position, qid: value, rank, best } of entity.items) {
    sink.row('claim_item', [qid, property, position, value, rank, best]);
  }
}
