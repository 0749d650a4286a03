/** Whether bytes are laid out as UTF-8 lays out letters. To know costs less than a decoder that refuses. */
export function isShapedAsUtf8(bytes: ArrayLike<number>): boolean {
  let following = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    const continues = (byte & 0xc0) === 0x80;
    if (continues !== following > 0) return false;
    if (continues) following -= 1;
    else if (byte >= 0x80) {
      following = followingOf(byte);
      if (following === 0) return false;
    }
  }
  return following === 0;
}

/** Bytes that follow the first of a letter; 0 where none may begin so. */
function followingOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}
