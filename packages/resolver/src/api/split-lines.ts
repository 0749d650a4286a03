/** Most bytes of one line. */
export const maximumLineBytes = 1 << 20;
const MOST_LINES = 128;
const MOST_BYTES = 256 * 1024;
const BREAK = 0x0a;

/** A line as it came; null where it is longer than may be. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | null;
}

/**
 * Lines of a stream in pages: as many as have come, up to a limit, so that a slow sender is answered line by line. Empty lines are
 * left out. No more than a page and a line is held.
 */
export async function* splitLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  let [page, pageBytes, number] = [[] as Line[], 0, 0];
  let [parts, partBytes] = [[] as Buffer[], 0];
  const end = () => {
    number += 1;
    const bytes = partBytes > maximumLineBytes ? null : Buffer.concat(parts);
    if (bytes === null || !/^\s*$/.test(bytes.toString('latin1'))) page.push({ number, bytes });
    pageBytes += bytes?.length ?? 0;
    [parts, partBytes] = [[], 0];
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let at = chunk.indexOf(BREAK); at >= 0; at = chunk.indexOf(BREAK, start)) {
      partBytes += at - start;
      if (partBytes <= maximumLineBytes) parts.push(chunk.subarray(start, at));
      end();
      start = at + 1;
      if (page.length < MOST_LINES && pageBytes < MOST_BYTES) continue;
      yield page;
      [page, pageBytes] = [[], 0];
    }
    partBytes += chunk.length - start;
    if (partBytes <= maximumLineBytes) parts.push(chunk.subarray(start));
    else parts = [];
    if (page.length > 0) yield page;
    [page, pageBytes] = [[], 0];
  }
  if (partBytes > 0) end();
  if (page.length > 0) yield page;
}
