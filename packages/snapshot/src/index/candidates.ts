const MOST = 1 << 14;
const SLOTS = MOST * 2;
const SHIFT = 32 - 15;
const MULTIPLIER = 0x9e3779b1;

const LONGEST = 255;

/** Not compared, or too many edits away to count them. */
export const FAR = 255;

/** The keys one search has met, each once, with what is known of them. Made once and cleared for the next search. */
export class Candidates {
  count = 0;
  readonly keys = new Uint32Array(MOST);
  /** In letters; 255 stands for more. */
  readonly lengths = new Uint8Array(MOST);
  /** Bits of the choices that the key shares. */
  readonly shared = new Uint32Array(MOST);
  /** Bits of the choices that it shares to the letter. */
  readonly exact = new Uint32Array(MOST);
  readonly weights = new Uint32Array(MOST);
  /** Edits of the whole key, or `FAR`. */
  readonly edits = new Uint8Array(MOST);
  readonly #slotOf = new Uint16Array(MOST);
  readonly #slots = new Uint16Array(SLOTS);

  clear(): void {
    for (let at = 0; at < this.count; at += 1) this.#slots[this.#slotOf[at] as number] = 0;
    this.count = 0;
  }

  /** Place of a key of so many letters among the candidates, where it is put if need be; -1 when there are too many. */
  add(key: number, length: number): number {
    let slot = Math.imul(key, MULTIPLIER) >>> SHIFT;
    for (let found = this.#slots[slot] as number; found !== 0; found = this.#slots[slot] as number) {
      if (this.keys[found - 1] === key) return found - 1;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.count === MOST) return -1;
    const at = this.count;
    this.count += 1;
    this.#slots[slot] = this.count;
    this.#slotOf[at] = slot;
    this.keys[at] = key;
    this.lengths[at] = Math.min(length, LONGEST);
    this.shared[at] = 0;
    this.exact[at] = 0;
    this.weights[at] = 0;
    this.edits[at] = FAR;
    return at;
  }

  /** Notes that the key at a place shares a choice. */
  credit(at: number, { bit, weight }: { bit: number; weight: number }, exactly: boolean): void {
    if (exactly) this.exact[at] = (this.exact[at] as number) | bit;
    if (((this.shared[at] as number) & bit) !== 0) return;
    this.shared[at] = (this.shared[at] as number) | bit;
    this.weights[at] = (this.weights[at] as number) + weight;
  }
}
