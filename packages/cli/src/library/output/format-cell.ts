/** A cell as CSV writes it: in quotes only where it needs them. */
export function formatCell(text: string, delimiter: string): string {
  const isPlain = !/["\r\n]/.test(text) && !text.includes(delimiter) && !text.startsWith(' ');
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

export function formatCells(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => formatCell(cell, delimiter)).join(delimiter);
}
