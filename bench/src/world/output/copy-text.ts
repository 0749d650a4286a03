export const NULL = '\\N';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text column of PostgreSQL's COPY. */
export function copyText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => ESCAPES[each]!) : text;
}

/** 0 stands for "nobody knows". */
export function copyNumber(value: number): string {
  return value === 0 ? NULL : String(value);
}
