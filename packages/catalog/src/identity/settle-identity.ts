import type { CheckedVerdict } from './check-verdict.ts';
import type { Identity } from './identity.ts';
import { identityColumns, sourceOfColumn } from './identity-columns.ts';
import { identityOfLinks, withoutSources } from './identity-of-links.ts';
import type { SettledLinks } from './settle-links.ts';

/**
 * The row's identity after an answer, before overrides: the answer's own, verbatim, but for grains it did not look for and
 * links that were refused, which stay as they stand. An answer without an identity leaves only what it did not look for.
 */
export function settleIdentity(
  stored: Identity | null,
  { main, asked, kind }: CheckedVerdict,
  { links, refused, orphaned }: SettledLinks,
): Identity | null {
  // A compilation has no single identity: what its sources say stands with the sources.
  if (kind === 'compilation') return null;
  // What people pinned is laid over again from the overrides that stand, never carried along.
  const standing = stored?.method === 'manual' ? identityOfLinks(links) : stored;
  const firm = new Set(refused.map(({ source }) => source));
  const keeps = (source: string) => (!asked.has(source) && !orphaned?.has(source)) || firm.has(source);
  if (main !== null) {
    const firmIdOf = (source: string) => links.find((link) => link.source === source)?.externalId ?? null;
    const ids = mapColumns((column, source) =>
      firm.has(source)
        ? firmIdOf(source)
        : (main.ids[column] ?? (keeps(source) ? (standing?.ids[column] ?? null) : null)),
    );
    const found = Object.entries(main.artistIds).map(([source, id]) => [
      source,
      firm.has(source) ? (firmIdOf(source) ?? id) : id,
    ]);
    return { ...main, ids, artistIds: { ...keepArtistIds(standing, keeps), ...Object.fromEntries(found) } };
  }
  return standing === null ? null : withoutSources(standing, (source) => !keeps(source), links);
}

function mapColumns(read: (column: keyof Identity['ids'], source: string) => string | null): Identity['ids'] {
  return Object.fromEntries(
    identityColumns.map((column) => [column, read(column, sourceOfColumn[column])]),
  ) as Identity['ids'];
}

function keepArtistIds(standing: Identity | null, keeps: (source: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(standing?.artistIds ?? {}).filter(([source]) => keeps(source)));
}
