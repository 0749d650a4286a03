import type { XmlCursor } from './cursor.ts';
import type { KnownName } from './names.ts';

/** One kind of dump: `<releases>` around `<release>` records. */
export interface RecordKind {
  readonly root: KnownName;
  readonly tag: KnownName;
  /** Elements inside which an element of the record's own name may stand: labels have sublabels. */
  readonly nestsIn: KnownName | null;
  /** Records carry their id as an attribute; else the tag stands bare and an element follows it. */
  readonly hasAttributes: boolean;
}

/** What to do with a record; gives the reason when it cannot be used. */
export type RecordHandler = (cursor: XmlCursor) => { reason: string; detail?: string } | null;
