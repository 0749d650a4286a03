import type { BulkResolveInput, Candidate } from '@deadwax/contract/schemas';

/** A row between whose candidates nothing deterministic could choose. */
export interface Question {
  /** Place of the row in its batch. */
  readonly place: number;
  readonly input: BulkResolveInput;
  readonly candidates: readonly Candidate[];
}

/** Why a question was left without an answer that counts. */
export type Unavailable =
  | 'timeout'
  | 'unreachable'
  | 'overloaded'
  | 'refused'
  | 'malformed_answer'
  | 'unlisted_candidate'
  | 'paused'
  | 'cancelled'
  | 'failed';

/** Three outcomes, never two: one of the candidates, none of them, or could not be asked. */
export type Outcome =
  | { readonly kind: 'link'; readonly source: string; readonly externalId: string; readonly confidence: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable'; readonly why: Unavailable };

export interface Proposal {
  readonly place: number;
  readonly outcome: Outcome;
  /** Requests it took. */
  readonly calls: number;
}

/** Proposes possible links for a person to judge. It answers every question and never throws for want of an answer. */
export interface LinkProposer {
  propose(questions: readonly Question[], signal: AbortSignal): Promise<readonly Proposal[]>;
}
