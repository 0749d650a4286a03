/** Parts words that were run together, where capitals show it: `TheBeat` → `The Beat`. */
export function spaceWords(text: string): string {
  return text.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ');
}
