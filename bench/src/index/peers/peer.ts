/** Another way to find a mistyped name. */
export interface Peer {
  readonly name: string;
  /** Most names it was given, and why no more. */
  readonly most: number;
  readonly limit: string;
  /** Loads the names of a file, one a line. */
  open(file: string, folder: string): Promise<OpenPeer>;
}

export interface OpenPeer {
  /** At most five names, likest first. */
  search(typed: string): Promise<readonly string[]>;
  /** Whether a name is there, by an index; absent where that is no part of it. */
  has?(name: string): Promise<boolean>;
  close(): Promise<void>;
}

export const FEW = 5;
