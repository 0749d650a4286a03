/** Spreadsheets turn a barcode into `7.24E+11`, which is another barcode: better none. */
export function readBarcode(text: string): string | null {
  const code = text.trim().replace(/^="?|"$/g, '');
  return code === '' || /\de\+?\d/i.test(code) ? null : code;
}
