import { AMPERSAND, CARRIAGE_RETURN, NON_ASCII } from './byte-class.ts';
import { MalformedXml } from './faults.ts';

/** A stretch of the window with the byte classes that occur in it. */
export interface RawText {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly classes: number;
}

export interface TextRepairs {
  /** Numeric references to characters that XML does not allow. */
  droppedReferences: number;
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with references resolved and line ends as `\n`, the `&#13;` + newline of the dumps included. */
export function decodeText(raw: RawText, repairs: TextRepairs): string {
  const { bytes, start, end, classes } = raw;
  let text = bytes.toString((classes & NON_ASCII) === 0 ? 'latin1' : 'utf8', start, end);
  if ((classes & AMPERSAND) !== 0) text = decodeReferences(text, repairs);
  if ((classes & (AMPERSAND | CARRIAGE_RETURN)) !== 0) text = normalizeLineEnds(text);
  return text;
}

/** An attribute's tabs and line ends are blanks, unless written as references. */
export function decodeAttribute(raw: RawText, repairs: TextRepairs): string {
  const { bytes, start, end, classes } = raw;
  const text = bytes.toString('utf8', start, end).replace(/\r\n|[\r\n\t]/g, ' ');
  return (classes & AMPERSAND) === 0 ? text : normalizeLineEnds(decodeReferences(text, repairs));
}

function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decodeReferences(text: string, repairs: TextRepairs): string {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const semicolon = text.indexOf(';', at);
    const body = semicolon < 0 ? '' : text.slice(at + 1, semicolon);
    decoded += text.slice(from, at) + decodeReference(body, repairs);
    from = semicolon + 1;
  }
  return decoded + text.slice(from);
}

function decodeReference(body: string, repairs: TextRepairs): string {
  const predefined = PREDEFINED[body];
  if (predefined !== undefined) return predefined;
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
  if (digits === null) throw new MalformedXml(`& does not begin a reference: "&${body.slice(0, 20)}"`);
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (isAllowed(code)) return String.fromCodePoint(code);
  repairs.droppedReferences += 1;
  return '';
}

/** The characters of XML 1.0. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
