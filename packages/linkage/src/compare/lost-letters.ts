/** Stands for a letter that an exporter lost. A letter itself, so that keys keep it; no name has it. */
export const LOST_LETTER = 'ꙮ';

const LOST =
  /(?<=[\p{L}\p{M}])[?\u{FFFD}](?=[\p{L}\p{M}?\u{FFFD}])|(?<=[\p{L}\p{M}]\S*)\u{FFFD}|\u{FFFD}(?=[\p{L}\p{M}])|(?<![^\s])\?(?=\p{Ll})/gu;

/** Marks the question marks that stand where a letter was: `Na?ve` → `Naꙮve`. A question at the end stays a question. */
export function markLostLetters(text: string): string {
  if (!text.includes('?') && !text.includes('\u{FFFD}')) return text;
  let marked = text;
  for (;;) {
    const next = marked.replace(LOST, LOST_LETTER);
    if (next === marked) return marked;
    marked = next;
  }
}

/** Whether two keys are equal but for lost letters, each of which stands for one letter, or for the two of `æ` or `œ`. */
export function equalButLostLetters(marked: string, key: string): boolean {
  const pattern = marked
    .split(LOST_LETTER)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('(?:ae|oe|[^ ])');
  return new RegExp(`^${pattern}$`, 'u').test(key);
}
