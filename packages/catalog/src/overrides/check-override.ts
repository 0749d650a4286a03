import type { OverrideAction } from '../database/tables.ts';
import { isIdOf, normaliseId } from '../identity/check-answer-shapes.ts';

/** What a person decides of one source of a row. */
export interface OverrideInput {
  readonly libraryId: number;
  readonly source: string;
  readonly action: OverrideAction;
  /** Null of a rejection: whatever the resolver says. */
  readonly externalId: string | null;
  readonly reason: string | null;
}

export interface OverrideFault {
  readonly failureReason: 'unknown_source' | 'bad_external_id' | 'bad_action';
  readonly pointer: string;
  readonly message: string;
}

const ACTIONS: readonly string[] = ['pin', 'reject', 'not_applicable'] satisfies OverrideAction[];
const SOURCE = /^[a-z][a-z0-9_]*$/;

/** A name that no source was ever known by. */
export const unknownSource: OverrideFault = fault('unknown_source', '/source', 'No source of this name is known.');

/** Says what is wrong with an override in itself, whatever stands; null where nothing is. */
export function checkOverride({ source, action, externalId }: OverrideInput): OverrideFault | null {
  if (!SOURCE.test(source))
    return fault('unknown_source', '/source', 'A source is named in lower case: a letter, then letters, digits and _.');
  if (!ACTIONS.includes(action)) return fault('bad_action', '/action', `Decide one of ${ACTIONS.join(', ')}.`);
  if (action === 'not_applicable' && externalId !== null)
    return fault('bad_external_id', '/external_id', 'What is known to be absent has no id.');
  if (action === 'pin' && externalId === null) return fault('bad_external_id', '/external_id', 'A pin needs an id.');
  if (externalId !== null && !isIdOf(source, normaliseId(source, externalId)))
    return fault('bad_external_id', '/external_id', `This does not look like an id of ${source}.`);
  return null;
}

function fault(failureReason: OverrideFault['failureReason'], pointer: string, message: string): OverrideFault {
  return { failureReason, pointer, message };
}
