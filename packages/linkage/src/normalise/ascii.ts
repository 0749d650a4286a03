/** True when every code unit is below U+0080: the case the fast paths serve. */
export function isAscii(text: string): boolean {
  const { length } = text;
  for (let i = 0; i < length; i += 1) if (text.charCodeAt(i) >= 0x80) return false;
  return true;
}
