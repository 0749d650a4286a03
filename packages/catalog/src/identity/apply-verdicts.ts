import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { CatalogDatabase, LibraryIdentityHistoryTable } from '../database/tables.ts';
import { type CheckedVerdict, checkVerdict, type DropReason } from './check-verdict.ts';
import { describeHistory } from './describe-history.ts';
import { fillArtistIds } from './fill-artist-ids.ts';
import { compareIdentity, type IdentityChange, isChanged } from './identity-change.ts';
import { weakest } from './identity-of-links.ts';
import { yieldLegacyLinks } from './legacy-links.ts';
import { lockAttempts } from './lock-attempts.ts';
import { type LockedRow, lockStored } from './read-stored.ts';
import { type Settled, settle, settleUnanswered } from './settle.ts';
import {
  appendHistory,
  deleteIdentities,
  deleteLinks,
  recordAnswers,
  type Stamps,
  upsertIdentities,
  upsertLinks,
} from './write-changes.ts';

/** An answer of the resolver and the question it answers. */
export interface AnsweredRow {
  readonly verdict: BulkResolveResult;
  /** The names that were asked about: an answer to other names is no answer to the row as it is. */
  readonly asked: { readonly artistName: string; readonly albumTitle: string };
  /** When it was asked, ISO 8601: an older answer does not replace a newer one. */
  readonly askedAt: string;
  /** Since when the row waited as it was asked about (`readWaiting`): the answer ends that waiting and no later one. Default not. */
  readonly waitingSince?: string | null;
}

/** On whose behalf, and why. */
export interface Writer {
  readonly actor: string;
  readonly reason: string;
  readonly category: LibraryIdentityHistoryTable['reason_category'];
  readonly runId?: number | null;
  readonly notes?: string;
}

export type AppliedOutcome = 'written' | 'unchanged' | 'row_gone' | 'row_changed' | 'older_answer' | 'refused';

export interface Applied {
  readonly outcomes: ReadonlyMap<number, AppliedOutcome>;
  /** Why answers were refused, by row. */
  readonly refusals: ReadonlyMap<number, string>;
  /** Legs left out of answers that were otherwise taken, by why. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  readonly historyRows: number;
}

export interface Decision {
  readonly row: LockedRow;
  readonly settled: Settled;
  readonly change: IdentityChange;
  readonly stamps: Stamps;
  readonly answer: AnsweredRow | null;
  readonly verdict: CheckedVerdict | null;
}

/**
 * Writes answers of the resolver: the only way into the identity tables. In the caller's transaction: locks the library rows,
 * checks bands and id shapes, settles what was found, gone and not asked, lays overrides on top, keeps what was in the
 * history. A page is a handful of statements, whatever its size.
 */
export async function applyVerdicts(
  transaction: CatalogDatabase,
  answers: readonly AnsweredRow[],
  writer: Writer,
): Promise<Applied> {
  const outcomes = new Map<number, AppliedOutcome>();
  const refusals = new Map<number, string>();
  const dropped: Partial<Record<DropReason, number>> = {};
  const rows = await lockStored(
    transaction,
    answers.map(({ verdict }) => verdict.library_id),
  );
  const byId = new Map(rows.map((row) => [row.libraryId, row]));
  const decisions: Decision[] = [];
  for (const answer of answers) {
    const id = answer.verdict.library_id;
    const row = byId.get(id);
    const checked = checkVerdict(answer.verdict);
    const hindrance = row === undefined ? 'row_gone' : hindranceOf(row, answer, checked);
    if (row === undefined || hindrance !== null || typeof checked === 'string') {
      outcomes.set(id, hindrance ?? 'refused');
      if (typeof checked === 'string') refusals.set(id, checked);
      continue;
    }
    for (const [reason, count] of Object.entries(checked.dropped) as [DropReason, number][])
      dropped[reason] = (dropped[reason] ?? 0) + count;
    const decision = decide(row, { answer, verdict: checked }, writer);
    decisions.push(decision);
    outcomes.set(id, isChanged(decision.change) ? 'written' : 'unchanged');
  }
  const historyRows = await writeDecisions(transaction, decisions, writer);
  return { outcomes, refusals, dropped, historyRows };
}

/** Lays the overrides that stand over the last answers again, after some were made or revoked. */
export async function reapplyOverrides(
  transaction: CatalogDatabase,
  libraryIds: readonly number[],
  writer: Writer,
): Promise<Applied> {
  const rows = await lockStored(transaction, libraryIds);
  const decisions = rows.map((row) => {
    const checked = row.lastVerdict === null ? 'never answered' : checkVerdict(row.lastVerdict);
    return decide(row, { answer: null, verdict: typeof checked === 'string' ? null : checked }, writer);
  });
  const outcomes = new Map(
    decisions.map(({ row, change }) => [row.libraryId, isChanged(change) ? 'written' : 'unchanged'] as const),
  );
  const historyRows = await writeDecisions(transaction, decisions, writer);
  return { outcomes, refusals: new Map(), dropped: {}, historyRows };
}

function hindranceOf(row: LockedRow, answer: AnsweredRow, checked: CheckedVerdict | string): AppliedOutcome | null {
  if (row.artistName !== answer.asked.artistName || row.albumTitle !== answer.asked.albumTitle) return 'row_changed';
  if (row.attemptedAt !== null && Date.parse(answer.askedAt) < Date.parse(row.attemptedAt)) return 'older_answer';
  return typeof checked === 'string' ? 'refused' : null;
}

function decide(
  row: LockedRow,
  { answer, verdict }: { answer: AnsweredRow | null; verdict: CheckedVerdict | null },
  writer: Writer,
): Decision {
  const settled =
    verdict === null
      ? settleUnanswered(row)
      : settle({ ...row, links: yieldLegacyLinks(row, verdict.asked) }, verdict, answer !== null && row.rowChanged);
  const raw = row.rawIdentity;
  const stamps: Stamps = {
    verifiedAt: answer?.askedAt ?? row.attemptedAt ?? (raw?.last_verified_at as string) ?? new Date().toISOString(),
    resolverVersion: (answer?.verdict ?? row.lastVerdict)?.resolver_version ?? null,
    snapshot: (answer?.verdict ?? row.lastVerdict)?.snapshot ?? null,
    notes: writer.notes ?? null,
  };
  return { row, settled, change: compareIdentity(row, settled), stamps, answer, verdict };
}

/** Writes what was decided of locked rows, and what it replaces to the history. Gives the lines of history. */
export async function writeDecisions(
  db: CatalogDatabase,
  decisions: readonly Decision[],
  writer: Writer,
): Promise<number> {
  const history = decisions.flatMap((decision) => describeHistory(decision, writer));
  await appendHistory(db, history);
  await deleteLinks(
    db,
    decisions.flatMap(({ row, change }) => change.gone.map((source) => ({ library_id: row.libraryId, source }))),
  );
  // Links before the identity that is made of them: whoever reads between never sees an id without its evidence.
  await upsertLinks(
    db,
    decisions.flatMap(({ row, change, stamps, answer, verdict }) => {
      const verified = answer === null ? [] : change.same.filter(({ source }) => verdict?.asked.has(source));
      return [...change.written, ...verified].map((link) => ({ libraryId: row.libraryId, link, stamps }));
    }),
  );
  // Before the identity: others write answers without the lock on the library row, and what is shown of both is locked behind them.
  await lockAttempts(db, decisions.filter(({ answer }) => answer === null).map(idOf));
  await recordAnswers(
    db,
    decisions.flatMap(({ row, answer }) =>
      answer === null ? [] : [{ libraryId: row.libraryId, waitingSince: null, ...answer }],
    ),
  );
  const present = decisions.flatMap(({ row, settled, stamps, change, answer }) =>
    settled.identity === null || (answer === null && !change.identityChanged)
      ? []
      : [{ libraryId: row.libraryId, identity: settled.identity, stamps }],
  );
  await upsertIdentities(db, present);
  await deleteIdentities(
    db,
    decisions.filter(({ row, settled }) => row.identity !== null && settled.identity === null).map(idOf),
  );
  await fillArtistIds(db, decisions.flatMap(listNamedArtists), writer.actor);
  return history.length;
}

/** What sources say of the row's artist. What a person pinned is said of the record, which may be filed under another's name. */
function listNamedArtists({ row, settled: { identity, links } }: Decision) {
  if (identity === null) return [];
  const pinned = new Set(links.filter(({ method }) => method === 'manual').map(({ source }) => source));
  const named = Object.entries(identity.artistIds).filter(([source]) => !pinned.has(source));
  const said = links.filter(({ source }) => !pinned.has(source));
  const { confidence } = identity.method === 'manual' ? weakest(said) : identity;
  return [{ row, identity: { ...identity, confidence, artistIds: Object.fromEntries(named) } }];
}

function idOf({ row }: Decision): number {
  return row.libraryId;
}
