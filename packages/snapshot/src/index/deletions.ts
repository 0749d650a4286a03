const PREFIX = 8;
const SHORTEST = 3;

/** Edits by which a word of this many letters may differ and still be taken for the same. */
export function editsAllowed(length: number): number {
  if (length < SHORTEST) return 0;
  return length < 7 ? 1 : 2;
}

/**
 * What is left of a word's first letters with one letter (two in longer words) taken out, and the letters themselves: two
 * words within the edits allowed share one of these. Part of the file format: a change needs a new index version.
 */
export function deletions(word: string): Set<string> {
  const found = new Set<string>();
  if (word.length < SHORTEST - 1) return found;
  const start = word.slice(0, PREFIX);
  found.add(start);
  for (let at = 0; at < start.length; at += 1) {
    const once = start.slice(0, at) + start.slice(at + 1);
    found.add(once);
    if (word.length < 6) continue;
    for (let again = at; again < once.length; again += 1) found.add(once.slice(0, again) + once.slice(again + 1));
  }
  return found;
}
