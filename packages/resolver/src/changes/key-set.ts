const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];

/** Texts by 53 bits of their hash: millions of them take little, and one in a billion is taken for another. */
export class KeySet {
  readonly #hashes = new Set<number>();

  get size(): number {
    return this.#hashes.size;
  }

  add(text: string): void {
    this.#hashes.add(hash(text));
  }

  has(text: string): boolean {
    return this.#hashes.has(hash(text));
  }
}

function hash(text: string): number {
  let [high, low] = [BASIS, PRIME];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, PRIME);
    low = Math.imul((low ^ code) + (low << 7), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
