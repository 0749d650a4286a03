import type { XmlCursor } from '../xml/cursor.ts';
import type { KnownName } from '../xml/names.ts';

/** The children of the open element that have this name, each read by `read`; others are passed over. */
export function readList<T>(cursor: XmlCursor, name: KnownName, read: (cursor: XmlCursor) => T): T[] {
  const items: T[] = [];
  while (cursor.child()) {
    if (cursor.name === name) items.push(read(cursor));
    else cursor.skip();
  }
  return items;
}

/** Texts of the children of this name, empty ones left out. */
export function readTexts(cursor: XmlCursor, name: KnownName): string[] {
  const texts: string[] = [];
  while (cursor.child()) {
    if (cursor.name !== name) cursor.skip();
    else {
      const text = cursor.text();
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}

/** An entity mentioned by another. Old dumps give names without ids. */
export interface Mention {
  readonly id: number | null;
  readonly name: string;
}

/** `<name id="N">…</name>` children; `<id>N</id>` before a name that has no attribute counts for it. */
export function readMentions(cursor: XmlCursor, tag: KnownName): Mention[] {
  const mentions: Mention[] = [];
  let before: number | null = null;
  while (cursor.child()) {
    if (cursor.name === 'id') before = cursor.integer();
    else if (cursor.name === tag) {
      const id = cursor.integerAttribute('id') ?? before;
      const name = cursor.text();
      before = null;
      if (id !== null || name !== '') mentions.push({ id, name });
    } else cursor.skip();
  }
  return mentions;
}
