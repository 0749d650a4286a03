import { isUtf8 } from 'node:buffer';
import { ImportError } from '../errors.ts';
import type { ReadContext } from '../source.ts';
import type { Line } from './line-splitter.ts';
import { mayBeMusic } from './music-filter.ts';
import { parseEntity } from './parse-entity.ts';
import { writeEntity } from './write-entity.ts';

const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const COMMA = 0x2c;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const EXCERPT_BYTES = 500;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
}

/** Turns the lines of a dump into rows. Knows the brackets around the list, and whether they were closed. */
export class EntityReader {
  readonly #file: string;
  readonly #context: Pick<ReadContext, 'sink' | 'quarantine'>;
  records = 0;
  readonly skipped = { not_music: 0, not_item: 0 };
  readonly repaired = { invalid_utf8: 0, malformed_identifier: 0 };
  /** Something other than blank space was read. */
  started = false;
  #isOpen = false;
  #isCut = false;

  constructor(file: string, context: Pick<ReadContext, 'sink' | 'quarantine'>) {
    this.#file = file;
    this.#context = context;
  }

  /** Whether the dump stops in the middle: of a line, or of a list that no bracket closes. */
  get truncated(): boolean {
    return this.#isOpen || this.#isCut;
  }

  line({ bytes: whole, offset, terminated, tooLong }: Line): void {
    if (tooLong) {
      this.#refuse('line_too_long', whole, offset);
      return;
    }
    let [start, end] = trim(whole, offset === 0 && whole.indexOf(BYTE_ORDER_MARK) === 0 ? 3 : 0, whole.length);
    if (start === end) return;
    this.#begin(whole[start]);
    const isList = whole[start] === OPEN_BRACKET;
    if (isList) {
      this.#isOpen = true;
      [start, end] = trim(whole, start + 1, end);
    }
    if (this.#isOpen && whole[end - 1] === CLOSE_BRACKET && end > start) {
      const inner = trim(whole, start, end - 1);
      if (inner[0] === inner[1] || whole[inner[1] - 1] === CLOSE_BRACE) {
        this.#isOpen = false;
        [start, end] = inner;
      }
    }
    if (start < end) this.#entity(whole.subarray(start, end), { offset: offset + start, terminated, isList });
  }

  #begin(first: number | undefined): void {
    if (this.started) return;
    this.started = true;
    if (first === OPEN_BRACKET || first === OPEN_BRACE) return;
    throw new ImportError('not_a_dump', `${this.#file} is not a Wikidata dump: it does not begin with [ or {.`, {
      file: this.#file,
    });
  }

  #entity(bytes: Buffer, at: { offset: number; terminated: boolean; isList: boolean }): void {
    const isWhole = bytes[0] === OPEN_BRACE && bytes[bytes.length - 1] === CLOSE_BRACE;
    if (isWhole && at.terminated && !mayBeMusic(bytes)) {
      this.skipped.not_music += 1;
      return;
    }
    const entities = isWhole ? parseEntities(bytes, at.isList) : null;
    if (entities === null) {
      // A last line that is no JSON and has no end is where the file was cut off.
      if (at.terminated) this.#refuse('invalid_json', bytes, at.offset);
      else this.#isCut = true;
      return;
    }
    if (!isUtf8(bytes)) this.repaired.invalid_utf8 += 1;
    for (const entity of entities) this.#keep(entity, bytes, at.offset);
  }

  #keep(json: unknown, bytes: Buffer, offset: number): void {
    const result = parseEntity(json);
    if (result.outcome === 'bad') this.#refuse(result.reason, bytes, offset);
    else if (result.outcome !== 'kept') this.skipped[result.outcome] += 1;
    else {
      this.records += 1;
      this.repaired.malformed_identifier += result.entity.malformedIdentifiers;
      writeEntity(result.entity, this.#context.sink);
    }
  }

  #refuse(reason: string, bytes: Buffer, offset: number): void {
    const excerpt = bytes.toString('utf8', 0, EXCERPT_BYTES);
    this.#context.quarantine.add({ file: this.#file, offset, reason, excerpt });
  }
}

/** Without blanks and commas around it. */
function trim(bytes: Buffer, from: number, to: number): [start: number, end: number] {
  let start = from;
  let end = to;
  while (start < end && (isBlank(bytes[start]) || bytes[start] === COMMA)) start += 1;
  while (end > start && (isBlank(bytes[end - 1]) || bytes[end - 1] === COMMA)) end -= 1;
  return [start, end];
}

/** A line that opens the list may hold more of it than one entity. */
function parseEntities(bytes: Buffer, isList: boolean): unknown[] | null {
  const text = bytes.toString('utf8');
  try {
    return isList ? (JSON.parse(`[${text}]`) as unknown[]) : [JSON.parse(text)];
  } catch {
    return null;
  }
}
