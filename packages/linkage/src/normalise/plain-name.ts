const SPACE = 0x20;

/** Whether a name is ASCII letters and digits with single spaces between them, and nothing else: what most names are. */
export function isPlainName(name: string): boolean {
  const { length } = name;
  let previous = SPACE;
  for (let at = 0; at < length; at += 1) {
    const code = name.charCodeAt(at);
    if (code === SPACE ? previous === SPACE : !isLetterOrDigit(code)) return false;
    previous = code;
  }
  return previous !== SPACE;
}

export function isLetterOrDigit(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
