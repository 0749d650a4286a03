/** Word trigrams as pg_trgm cuts them: lower case, two spaces before each word and one after. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** The peer: top-1 by trigram similarity over a list of names, at a threshold. */
export class TrigramSearch {
  readonly #names: readonly { readonly entity: string; readonly name: string }[];
  readonly #sizes: number[] = [];
  readonly #postings = new Map<string, number[]>();

  constructor(names: readonly { readonly entity: string; readonly name: string }[]) {
    this.#names = names;
    for (const [place, { name }] of names.entries()) {
      const trigrams = trigramsOf(name);
      this.#sizes.push(trigrams.size);
      for (const trigram of trigrams) {
        const known = this.#postings.get(trigram);
        if (known) known.push(place);
        else this.#postings.set(trigram, [place]);
      }
    }
  }

  /** The likest entity at or above the threshold, the first of equals; null without one. */
  find(text: string, threshold: number): string | null {
    const wanted = trigramsOf(text);
    const shared = new Map<number, number>();
    for (const trigram of wanted)
      for (const place of this.#postings.get(trigram) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    let [best, answer]: [number, string | null] = [threshold, null];
    for (const [place, count] of [...shared].sort(([a], [b]) => a - b)) {
      const alike = count / (wanted.size + (this.#sizes[place] as number) - count);
      if (alike > best || (alike === best && answer === null))
        [best, answer] = [alike, this.#names[place]?.entity ?? null];
    }
    return answer;
  }
}
