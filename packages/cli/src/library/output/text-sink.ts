export interface TextSink {
  write(text: string): Promise<void>;
  /** Makes what was written stand. */
  finish(): Promise<void>;
  /** Undoes what was written, as far as that can be done. */
  abandon(): Promise<void>;
}

/** Keeps nothing. */
export const noSink: TextSink = {
  write: async () => undefined,
  finish: async () => undefined,
  abandon: async () => undefined,
};
