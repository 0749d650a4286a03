function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvRow(values: readonly string[]): string {
  return `${values.map(quote).join(',')}\n`;
}
