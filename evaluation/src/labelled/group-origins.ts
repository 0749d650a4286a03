import type { LabelledAlbum, ReferenceAlbum } from './read-labelled.ts';

/** Origins whose rows can be asked of one reference without the records of any of them: all their true ids are still there. */
export function groupOrigins(queries: readonly LabelledAlbum[], reference: readonly ReferenceAlbum[]): string[][] {
  const origins = new Map<string, Set<string>>();
  for (const { entity, origin } of reference) origins.set(entity, (origins.get(entity) ?? new Set()).add(origin));
  const rows = Map.groupBy(queries, ({ origin }) => origin);
  const isAnswerable = (group: readonly string[]) =>
    group
      .flatMap((origin) => rows.get(origin) ?? [])
      .every(({ truth }) => [...(origins.get(truth) ?? [])].some((origin) => !group.includes(origin)));
  const groups: string[][] = [];
  for (const [origin] of [...rows].sort(([, a], [, b]) => b.length - a.length)) {
    const place = groups.findIndex((group) => isAnswerable([...group, origin]));
    if (place === -1) groups.push([origin]);
    else groups[place]?.push(origin);
  }
  return groups;
}
