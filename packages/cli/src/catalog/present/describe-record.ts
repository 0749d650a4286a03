import type { IdentityHistoryEntry, LibraryRecord } from '@deadwax/contract/catalog-schemas';
import { drawTable, toText } from './draw-table.ts';

/** A record with all that is known of it, in lines for a person. */
export function describeRecord(record: LibraryRecord, history: readonly IdentityHistoryEntry[]): string[] {
  return [
    toText(`${record.id}  ${record.artist_name} – ${record.album_title}`),
    ...describeFields(record),
    '',
    ...describeIdentity(record),
    ...describeSources(record),
    ...describeOverrides(record),
    ...describeHistory(history),
  ];
}

function describeFields(record: LibraryRecord): string[] {
  const fields = [
    [record.label, record.catalog_number, record.year, record.format, record.genre],
    [
      `artist ${record.artist_id}`,
      record.shelf_code === null ? null : `shelf ${record.shelf_code}`,
      record.barcode === null ? null : `barcode ${record.barcode}`,
      record.plays === 0 ? null : `played ${record.plays} times`,
      record.legacy_release_id === null ? null : `older number ${record.legacy_release_id}`,
    ],
  ];
  return fields
    .map((line) => line.filter((field) => field !== null).join(' · '))
    .flatMap((line) => (line === '' ? [] : [toText(`    ${line}`)]));
}

const meanings = {
  resolved: 'resolved',
  compilation: 'compilation',
  unresolved: 'unresolved: asked, and there is no identity',
  pending: 'pending: asked, no answer yet',
  error: 'it could not be asked',
  never_asked: 'never asked: deadwax library pull asks about every such row',
} as const;

function describeIdentity({ identity }: LibraryRecord): string[] {
  const { status, method, confidence, unresolved_reason: reason, verified_at: verified } = identity;
  const how = method === null ? '' : `, by ${method}, confidence ${confidence?.toFixed(2)}`;
  const why = reason === null ? '' : ` (${reason.replaceAll('_', ' ')})`;
  const when = verified === null ? '' : `, as of ${formatTime(verified)}`;
  return [
    toText(`${meanings[status]}${why}${how}${when}`),
    ...(identity.agreement_sources.length === 0 ? [] : [`  in agreement: ${identity.agreement_sources.join(', ')}`]),
    ...(identity.conflicts === 0 ? [] : [`  ${identity.conflicts} in conflict`]),
  ];
}

function describeSources({ sources }: LibraryRecord): string[] {
  if (sources.length === 0) return [];
  const table = drawTable(sources, [
    { title: '  source', read: ({ source }) => `  ${source}` },
    { title: 'id', read: ({ external_id }) => external_id },
    {
      title: 'by',
      read: ({ method, derived_from }) => (derived_from === null ? method : `${method} from ${derived_from}`),
    },
    { title: 'confidence', right: true, read: ({ confidence }) => confidence.toFixed(2) },
    { title: 'page', read: ({ url }) => url },
  ]);
  return ['', ...table];
}

function describeOverrides({ overrides }: LibraryRecord): string[] {
  if (overrides.length === 0) return [];
  const lines = overrides.map(({ action, source, external_id, actor, created_at, reason, override_id }) => {
    const what = [action.replaceAll('_', ' '), source, external_id].filter((part) => part !== null).join(' ');
    return toText(
      `  ${override_id}  ${what}, ${actor}, ${formatTime(created_at)}${reason === null ? '' : `: ${reason}`}`,
    );
  });
  return ['', 'Decided by people', ...lines];
}

function describeHistory(history: readonly IdentityHistoryEntry[]): string[] {
  if (history.length === 0) return [];
  const table = drawTable(history, [
    { title: '  until', read: ({ superseded_at }) => `  ${formatTime(superseded_at)}` },
    { title: 'change', read: ({ category }) => category },
    { title: 'by', most: 24, read: ({ actor }) => actor },
    { title: 'why', most: 40, read: ({ reason }) => reason },
    { title: 'it was', most: 60, read: describeState },
    { title: 'sources that changed', most: 80, read: ({ sources }) => sources.map(describeLink).join(', ') },
  ]);
  return ['', 'Before', ...table];
}

function describeState({ identity }: IdentityHistoryEntry): string {
  if (identity === null) return 'unknown';
  const { method, confidence } = identity;
  return typeof method === 'string' && typeof confidence === 'number' ? `${method} ${confidence.toFixed(2)}` : 'known';
}

function describeLink({ source, external_id: id }: Readonly<Record<string, unknown>>): string {
  return `${source} ${id ?? 'none'}`;
}

export function formatTime(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
