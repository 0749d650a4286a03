/** The window ends inside a record: more bytes may complete it. */
export class IncompleteXml extends Error {
  override readonly name = 'IncompleteXml';
}

/** What stands here is not XML, whatever follows. */
export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

/** Thrown once per window, so one object serves. */
export const INCOMPLETE = new IncompleteXml('the input ends inside an element');
