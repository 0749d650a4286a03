import type { DriftExample, DriftSide } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import type { Identity, SourceLink } from '../identity/identity.ts';
import { type DriftClass, rankOfClass } from './compare-with-fresh.ts';

const MOST_OF_A_CLASS = 5;

interface KeptSide extends Pick<DriftSide, 'kind' | 'resolver_version' | 'snapshot'> {
  readonly identity: Identity | null;
  readonly links: readonly SourceLink[];
}

interface KeptDifference extends Omit<DriftExample, 'stored' | 'fresh' | 'classes'> {
  readonly class: DriftClass;
  readonly stored: KeptSide;
  readonly fresh: KeptSide & { readonly classes: string[] };
}

/** Rows that a run found to differ, some of each class, the most serious classes first. */
export async function listExamples(db: CatalogDatabase, runId: number): Promise<DriftExample[]> {
  const { rows } = await sql<KeptDifference>`
    SELECT library_id, artist_name, album_title, class, stratum, stored, fresh FROM (
      SELECT d.*, l.artist_name, l.album_title, row_number() OVER (PARTITION BY d.class ORDER BY d.library_id) AS place
      FROM identity_drift d JOIN library l ON l.id = d.library_id WHERE d.run_id = ${runId}::bigint
    ) AS found
    WHERE place <= ${MOST_OF_A_CLASS}::integer ORDER BY class, library_id`.execute(db);
  return rows
    .toSorted((a, b) => rankOfClass(a.class) - rankOfClass(b.class))
    .map(({ stored, fresh, ...row }) => ({
      ...row,
      classes: fresh.classes,
      stored: presentSide(stored),
      fresh: presentSide(fresh),
    }));
}

function presentSide({ kind, resolver_version, snapshot, identity, links }: KeptSide): DriftSide {
  const known = Object.entries(identity?.ids ?? {}).filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    kind,
    resolver_version,
    snapshot,
    method: identity?.method ?? null,
    confidence: identity?.confidence ?? null,
    ids: { ...Object.fromEntries(known), ...identity?.artistIds },
    links: Object.fromEntries(links.map(({ source, externalId }) => [source, externalId])),
  };
}
