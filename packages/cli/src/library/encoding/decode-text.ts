import { isUtf8 } from 'node:buffer';
import type { Encoding } from './detect-encoding.ts';
import { utf8SequenceLength } from './utf8-sequence.ts';

/** What had to be done to the bytes to make them text. */
export interface DecodingFaults {
  /** Bytes that are not UTF-8 in a UTF-8 file, read one by one in the fallback encoding. */
  strayBytes: number;
  nulls: number;
  /** Characters lost: nothing stands for their bytes in the encoding. */
  unreadable: number;
}

export function noFaults(): DecodingFaults {
  return { strayBytes: 0, nulls: 0, unreadable: 0 };
}

export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  faults: DecodingFaults,
): AsyncGenerator<string> {
  const decode =
    encoding.label === 'utf-8' ? createUtf8Decoder(encoding, faults) : createPlainDecoder(encoding, faults);
  let toSkip = encoding.markLength;
  for await (const chunk of chunks) {
    const bytes = toSkip > 0 ? chunk.subarray(toSkip) : chunk;
    toSkip = Math.max(0, toSkip - chunk.length);
    const text = withoutNulls(decode(bytes, false), faults);
    if (text !== '') yield text;
  }
  const rest = withoutNulls(decode(new Uint8Array(), true), faults);
  if (rest !== '') yield rest;
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

function createPlainDecoder(encoding: Encoding, faults: DecodingFaults): Decode {
  const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
  return (bytes, last) => {
    const text = decoder.decode(bytes, { stream: !last });
    if (text.includes('\u{FFFD}')) faults.unreadable += text.split('\u{FFFD}').length - 1;
    return text;
  };
}

/** Reads UTF-8; the bytes that are not, it reads in the fallback encoding, so that none is lost. */
function createUtf8Decoder(encoding: Encoding, faults: DecodingFaults): Decode {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const fallback = new TextDecoder(encoding.fallback);
  let carry: Uint8Array = new Uint8Array();
  return (chunk, last) => {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const end = last ? bytes.length : endOfWholeSequences(bytes);
    carry = Uint8Array.prototype.slice.call(bytes, end);
    const whole = bytes.subarray(0, end);
    return isUtf8(whole) ? decoder.decode(whole) : decodeMixed(whole, { decoder, fallback, faults });
  };
}

function endOfWholeSequences(bytes: Uint8Array): number {
  for (let at = Math.max(0, bytes.length - 3); at < bytes.length; at += 1) {
    if (bytes[at]! >= 0xc2 && utf8SequenceLength(bytes, at) === -1) return at;
  }
  return bytes.length;
}

type Decoder = InstanceType<typeof TextDecoder>;

interface MixedDecoding {
  readonly decoder: Decoder;
  readonly fallback: Decoder;
  readonly faults: DecodingFaults;
}

function decodeMixed(bytes: Uint8Array, { decoder, fallback, faults }: MixedDecoding): string {
  const pieces: string[] = [];
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = bytes[at]! < 0x80 ? 1 : utf8SequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(decoder.decode(bytes.subarray(start, at)), fallback.decode(bytes.subarray(at, at + 1)));
    faults.strayBytes += 1;
    at += 1;
    start = at;
  }
  pieces.push(decoder.decode(bytes.subarray(start)));
  return pieces.join('');
}

function withoutNulls(text: string, faults: DecodingFaults): string {
  if (!text.includes('\0')) return text;
  const clean = text.replaceAll('\0', '');
  faults.nulls += text.length - clean.length;
  return clean;
}
