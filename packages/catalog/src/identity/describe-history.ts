import type { Decision, Writer } from './apply-verdicts.ts';
import { normaliseId } from './check-answer-shapes.ts';
import type { SourceLink } from './identity.ts';
import { isChanged } from './identity-change.ts';
import type { LockedRow } from './read-stored.ts';
import type { HistoryEntry } from './write-changes.ts';

/**
 * What a change replaces: the identity and the links that changed or left, as they were, and the sources that had none, with no
 * id. A first identity replaces nothing and leaves no trace but itself; a person's decision always does.
 */
export function describeHistory({ row, change, settled }: Decision, writer: Writer): HistoryEntry[] {
  const entry = {
    library_id: row.libraryId,
    identity: row.rawIdentity,
    sources: listReplaced(row, change),
    superseded_reason: writer.reason,
    reason_category: writer.category,
    actor: writer.actor,
    run_id: writer.runId ?? null,
  };
  const isWithdrawn = writer.category === 'rerun' && row.identity !== null && settled.identity === null;
  if (isWithdrawn) entry.reason_category = 'withdrawn';
  const isPersonal = writer.category === 'manual' || writer.category === 'revoked';
  const hadSomething = row.rawIdentity !== null || row.rawLinks.length > 0 || row.hasHistory;
  const entries = isPersonal || (isChanged(change) && hadSomething) ? [entry] : [];
  const news = settled.refused.filter((link) => !wasRefusedBefore(row, link)).map(presentRefused);
  if (news.length === 0) return entries;
  const refused = { ...entry, reason_category: 'refused' as const, sources: news, identity: null };
  return [...entries, { ...refused, superseded_reason: `${writer.reason}: weaker than what stands` }];
}

function listReplaced({ rawLinks }: LockedRow, { written, gone }: Decision['change']) {
  const replaced = new Set([...gone, ...written.map(({ source }) => source)]);
  const known = new Set(rawLinks.map(({ source }) => source as string));
  const added = written.filter(({ source }) => !known.has(source));
  return [
    ...rawLinks.filter(({ source }) => replaced.has(source as string)),
    ...added.map(({ source }) => ({ source, external_id: null })),
  ];
}

/** As links are stored. */
function presentRefused({ source, externalId, method, confidence, derivedFrom, url }: SourceLink) {
  return { source, external_id: externalId, method, confidence, derived_from: derivedFrom, url };
}

/** The last answer said the same: it is in the history already. */
function wasRefusedBefore({ lastVerdict }: LockedRow, { source, externalId, confidence }: SourceLink): boolean {
  return (lastVerdict?.provenance ?? []).some(
    (entry) =>
      entry.source === source &&
      entry.external_id !== null &&
      normaliseId(source, entry.external_id) === externalId &&
      entry.confidence === confidence,
  );
}
