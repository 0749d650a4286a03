import type { Asked } from '../asked.ts';
import type { Cost } from '../ours.ts';

/**
 * Another way to say which album a row is. Each knows albums of Discogs only (a fifth of what a row is resolved to here), follows
 * no links, weighs nothing but the two names, and names an album or none.
 */
export interface Peer {
  readonly name: string;
  /** Rows of each kind that it is asked. */
  readonly rows: number;
  open(tables: string, folder: string): Promise<OpenPeer>;
}

export interface OpenPeer {
  measure(asked: readonly Asked[]): Promise<Cost>;
  close(): Promise<void>;
}
