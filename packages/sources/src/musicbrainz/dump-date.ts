/**
 * The day of a dump's TIMESTAMP, or null. A replication sequence of 0 at midnight sharp is what hand-made dumps carry:
 *
 * | TIMESTAMP | REPLICATION_SEQUENCE | day |
 * | 2026-09-23 00:14:07.481516+00 | 184733 | 2026-09-23 |
 * | 2026-01-01 00:00:00+00 | 0 | none |
 */
export function parseDumpDate(timestamp: string, replicationSequence: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?)/.exec(timestamp);
  if (match === null) return null;
  const placeholder = match[2] === '00:00:00' && !/[1-9]/.test(replicationSequence);
  return placeholder ? null : (match[1] ?? null);
}

/** The day in the name of the folder a dump is published in: `fullexport/20260923-001407/mbdump.tar.bz2`. */
export function dumpDateOfPath(path: string): string | null {
  const match = /(?:^|[/\\_-])(20\d{2})(\d{2})(\d{2})(?:-\d{6})?(?=[/\\.]|$)/.exec(path);
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}
