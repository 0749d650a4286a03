import type { IndexWriter } from './index-file.ts';
import type { StringList } from './string-list.ts';

const scratch = new Uint8Array(1 << 16);
const encoder = new TextEncoder();

/** FNV-1a over UTF-16 units with a final mix. Part of the file format: a change needs a new index version. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Writes an open-addressing table over distinct texts as section `<name>.slots`: text → its place in the list. */
export function writeTextTable(name: string, texts: StringList, writer: IndexWriter): void {
  const size = 2 ** Math.ceil(Math.log2(Math.max(8, texts.length * 1.7)));
  const slots = new Uint32Array(size);
  for (let index = 0; index < texts.length; index += 1) {
    let slot = hashText(texts.get(index)) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  }
  writer.add(`${name}.slots`, slots);
}

/** Looks texts up in a written table. */
export class TextTable {
  readonly #slots: Uint32Array;
  readonly #texts: StringList;

  constructor(slots: Uint32Array, texts: StringList) {
    this.#slots = slots;
    this.#texts = texts;
  }

  /** Place of a text in the list, or -1. */
  find(text: string): number {
    if (text.length * 3 > scratch.length) return -1;
    const { written } = encoder.encodeInto(text, scratch);
    const mask = this.#slots.length - 1;
    let slot = hashText(text) & mask;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found === 0) return -1;
      if (this.#texts.equals(found - 1, scratch, written)) return found - 1;
      slot = (slot + 1) & mask;
    }
  }
}
