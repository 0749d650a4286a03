import type { Candidates } from './candidates.ts';
import type { TypedKey } from './typed-key.ts';
import { type Choice, type SearchedKeys, unread, type WordList } from './word-choices.ts';

interface Meant {
  readonly choice: Choice;
  readonly list: WordList;
}

const bytes = new Uint8Array(1 << 12);

/**
 * Adds the keys that are the typed one with a word, or two, put right where the right word is too common for its list to be
 * read: each is looked up whole.
 */
export function tryWhole(
  choices: readonly Choice[],
  typed: TypedKey,
  index: SearchedKeys,
  candidates: Candidates,
): void {
  const meant = choices
    .filter((choice) => choice.typed !== null)
    .flatMap((choice) =>
      unread(choice).flatMap((list) => (list.word === choice.exact ? [] : [{ choice, list } satisfies Meant])),
    );
  for (const [at, one] of meant.entries()) {
    tryKey([one], typed, index, candidates);
    for (const other of meant.slice(at + 1))
      if (other.choice !== one.choice) tryKey([one, other], typed, index, candidates);
  }
}

function tryKey(meant: readonly Meant[], typed: TypedKey, index: SearchedKeys, candidates: Candidates): void {
  let end = 0;
  for (const word of typed.sequence) {
    if (end > 0) bytes[end++] = 0x20;
    const right = meant.find(({ choice }) => choice.typed === word);
    if (right !== undefined) end = index.words.copyWord(right.list.word, bytes, end);
    else
      for (let from = word.byteStart; from < word.byteEnd && end < bytes.length; from += 1)
        bytes[end++] = typed.bytes[from] as number;
  }
  const key = index.table.findBytes(bytes, 0, end);
  if (key < 0) return;
  const { offsets, bytes: texts } = index.texts;
  let length = 0;
  for (let at = offsets[key] as number; at < (offsets[key + 1] as number); at += 1)
    if (((texts[at] as number) & 0xc0) !== 0x80) length += 1;
  const place = candidates.add(key, Math.min(length, index.postings.longest));
  if (place >= 0) for (const { choice } of meant) candidates.credit(place, choice, false);
}
