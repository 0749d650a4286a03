/** A count as a person reads it: `12,345`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}
