/** A SQL string literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A list of files for `read_parquet`. */
export function fileList(paths: readonly string[]): string {
  return `[${paths.map(quoteText).join(', ')}]`;
}
