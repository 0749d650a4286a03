import type { RowSink } from '../../source.ts';
import { parseLabelLink } from '../links.ts';
import type { LabelRecord } from '../records/label.ts';
import { orNull } from './values.ts';

export function writeLabel(sink: RowSink, id: number, label: LabelRecord): void {
  sink.record('label', id);
  sink.row('label', [
    id,
    label.name,
    orNull(label.contactInfo),
    orNull(label.profile),
    orNull(label.dataQuality),
    label.parent?.id ?? null,
    orNull(label.parent?.name ?? ''),
  ]);
  for (const [index, url] of label.urls.entries()) {
    const { kind, externalId } = parseLabelLink(url);
    sink.row('label_url', [id, index + 1, url, kind, externalId]);
  }
  for (const [index, sublabel] of label.sublabels.entries()) {
    sink.row('label_sublabel', [id, index + 1, sublabel.id, sublabel.name]);
  }
}
