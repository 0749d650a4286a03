/** A count as a person reads it: `12,345`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}

export function formatRows(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
}
