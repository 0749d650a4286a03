const NAMES = new Set(['various', 'soundtrack', 'compilation']);
const PREFIXES = ['various artists', 'v/a', 'v.a', 'soundtracks'];
const ALPHANUMERIC = /^[\p{L}\p{N}]/u;

/** Whether an artist name is a heading for compilations, by the rule the stations' own tools share. No trimming, no folding. */
export function detectCompilation(name: string): boolean {
  const lower = name.toLowerCase();
  return NAMES.has(lower) || PREFIXES.some((prefix) => startsWithWord(lower, prefix));
}

/** Whether the text begins with the prefix and the prefix ends there or before a character that is no letter or number. */
export function startsWithWord(text: string, prefix: string): boolean {
  return text.startsWith(prefix) && !ALPHANUMERIC.test(text.slice(prefix.length, prefix.length + 2));
}
