/** One record of a delimited file as it stands there. */
export interface LibraryRecord {
  /** Line of the file it begins on, from 1. */
  readonly lineNumber: number;
  readonly cells: string[];
  /** The text between the line ends, as it is in the file. */
  readonly raw: string;
  /** False when quotes stand where no CSV reader expects them: the raw text could mean something else to another program. */
  readonly wellFormed: boolean;
}

/** How the records of a file are told apart. */
export interface Dialect {
  readonly delimiter: string;
  /** What ends a record. CR alone is the way of classic Mac programs. */
  readonly newline: '\n' | '\r\n' | '\r';
}
