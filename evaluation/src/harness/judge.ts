import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Judgement } from '../outcome.ts';
import type { Truth } from './target.ts';

/** Sources whose ids the truth names; others (links to streaming, Wikidata) follow from these. */
const JUDGED_RELEASES = new Set(['discogs_master', 'discogs_release', 'mb_release_group', 'mb_release']);

export interface Judged {
  readonly judgement: Judgement;
  /** Ids that should not be there. */
  readonly wrong: readonly string[];
  /** The pressing the hints single out was given for certain; null where none is expected. */
  readonly pressing: boolean | null;
}

/**
 * Judges a verdict at album grain, and at artist grain beside it. Ids taken over links count with the leg they come from
 * (`inherited` legs of another family are left out: the world plants wrong links on purpose).
 */
export function judge(result: BulkResolveResult, truth: Truth, foreign: (id: string) => boolean): Judged {
  const own = result.provenance.filter(
    ({ derived_from: from, external_id: id }) => id !== null && (from === null || isSameFamily(from)),
  );
  const given = own.map(({ source, external_id: id }) => `${source} ${id}`);
  const releases = given.filter((id) => JUDGED_RELEASES.has(id.split(' ')[0] ?? ''));
  const artists = given.filter((id) => id.startsWith('discogs_artist '));
  const wrong = [
    ...releases.filter((id) => !truth.releases.has(id) && !foreign(id)),
    ...artists.filter((id) => !truth.artists.has(id)),
  ];
  const pressing =
    truth.pressing === null
      ? null
      : own.some(
          ({ source, external_id: id, method }) =>
            source === 'discogs_release' && id === truth.pressing && method !== 'inherited',
        );
  return { judgement: decide(result, { releases, wrong, truth }), wrong, pressing };
}

function decide(
  result: BulkResolveResult,
  { releases, wrong, truth }: { releases: readonly string[]; wrong: readonly string[]; truth: Truth },
): Judgement {
  if (truth.releases.size === 0) return wrong.length > 0 ? 'linked' : 'abstained';
  if (wrong.length > 0) return 'wrong';
  if (releases.some((id) => truth.releases.has(id))) return 'correct';
  const isAmbiguous = result.provenance.some(({ reason }) => reason === 'ambiguous');
  if (isAmbiguous) return truth.open ? 'correct' : 'ambiguous';
  return 'missed';
}

function isSameFamily(from: string): boolean {
  return from === 'discogs_master' || from === 'mb_release_group';
}
