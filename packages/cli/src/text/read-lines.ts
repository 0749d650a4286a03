/**
 * The lines of a UTF-8 stream, in batches as they arrive. LF ends a line and takes a CR before it along; no other
 * separator does (U+2028 is text). A last line needs no LF. Bytes that are not UTF-8 become U+FFFD.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const unfinished: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lastBreak = text.lastIndexOf('\n');
    if (lastBreak === -1) {
      unfinished.push(text);
      continue;
    }
    const complete = unfinished.join('') + text.slice(0, lastBreak);
    unfinished.length = 0;
    unfinished.push(text.slice(lastBreak + 1));
    yield complete.split('\n').map(withoutReturn);
  }
  const last = unfinished.join('') + decoder.decode();
  if (last !== '') yield [last];
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
