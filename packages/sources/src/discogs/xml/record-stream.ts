import { ImportError } from '../../errors.ts';
import type { QuarantinedRecord } from '../../quarantine.ts';
import { describeContent } from '../not-a-dump.ts';
import { BANG, BYTE_CLASS, LT, QUESTION, SLASH, SPACE } from './byte-class.ts';
import { ByteCleaner } from './byte-cleaner.ts';
import { XmlCursor } from './cursor.ts';
import { INCOMPLETE, IncompleteXml, MalformedXml } from './faults.ts';
import { findNextRecord } from './find-record.ts';
import type { RecordHandler, RecordKind } from './record-kind.ts';

export interface RecordStreamOptions {
  readonly file: string;
  readonly kind: RecordKind;
  readonly onRecord: RecordHandler;
  readonly onBad: (record: QuarantinedRecord) => void;
  /** Bytes gathered before they are read. Default 65,536. */
  readonly windowBytes?: number | undefined;
  /** A record that is longer is put aside, not held. Default 67,108,864. */
  readonly maxRecordBytes?: number | undefined;
  /** Where in the file the first byte stands. Default 0. */
  readonly offset?: number | undefined;
  /** Where among the records it stands. Default `start`. */
  readonly place?: StreamPlace | undefined;
}

/** Between two records: before all of them, among those of a dump without a root, inside the root, behind it. */
export type StreamPlace = 'start' | 'rootless' | 'inside' | 'behind';

/** The cursor writes two behind the window. */
const SENTINEL_BYTES = 2;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const EXCERPT_CHARACTERS = 500;
/** Enough for so many characters of any script. */
const EXCERPT_BYTES = EXCERPT_CHARACTERS * 4;
/** Kept while looking for the next record: its tag may have begun. */
const LOST_TAIL_BYTES = 4096;

/** Cuts a byte stream into records and hands each to the handler. Memory: one window, more only for a record that needs it. */
export class RecordStream {
  readonly #options: RecordStreamOptions;
  readonly #cursor: XmlCursor;
  readonly #cleaner = new ByteCleaner();
  readonly #windowBytes: number;
  readonly #maxRecordBytes: number;
  #window: Buffer;
  #filled = 0;
  /** Offset of the window in the clean stream. */
  #base = 0;
  #readAt: number;
  #rootOpen: boolean;
  #rootClosed: boolean;
  #started: boolean;
  /** Where in the window the thing being read begins. */
  #mark = 0;
  /** Passing over the rest of a record that could not be read. */
  #lost = false;

  constructor(options: RecordStreamOptions) {
    const { kind, place = 'start' } = options;
    this.#options = options;
    this.#started = place !== 'start';
    this.#rootOpen = place === 'inside' || place === 'behind';
    this.#rootClosed = place === 'behind';
    this.#windowBytes = options.windowBytes ?? 65_536;
    this.#maxRecordBytes = options.maxRecordBytes ?? 67_108_864;
    this.#readAt = this.#windowBytes;
    this.#window = Buffer.allocUnsafeSlow(this.#windowBytes * 2 + SENTINEL_BYTES);
    this.#cursor = new XmlCursor(kind.tag, kind.nestsIn);
  }

  get repaired(): { control_character: number; invalid_utf8: number } {
    return {
      control_character: this.#cleaner.controlCharacters + this.#cursor.droppedReferences,
      invalid_utf8: this.#cleaner.invalidSequences,
    };
  }

  push(chunk: Uint8Array): void {
    const bytes = this.#cleaner.clean(chunk);
    for (let from = 0; from < bytes.length; from += this.#windowBytes) {
      this.#append(bytes.subarray(from, from + this.#windowBytes));
      if (this.#filled >= this.#readAt) this.#readWindow(false);
    }
  }

  /** Reads all that is whole: the place it has come to, if that is between two records with nothing left to read; else null. */
  settle(): StreamPlace | null {
    if (this.#cleaner.isInCharacter) return null;
    if (this.#filled > 0) this.#readWindow(false);
    if (this.#filled > 0 || this.#lost) return null;
    if (!this.#started) return 'start';
    if (!this.#rootOpen) return 'rootless';
    return this.#rootClosed ? 'behind' : 'inside';
  }

  /** Reads what is left; true when the dump ended early. */
  end(): boolean {
    this.#append(this.#cleaner.end());
    this.#readWindow(true);
    if (!this.#started) throw this.#notADump();
    return this.#filled > 0 || (this.#rootOpen && !this.#rootClosed);
  }

  #append(bytes: Buffer): void {
    const wanted = this.#filled + bytes.length + SENTINEL_BYTES;
    if (wanted > this.#window.length) this.#resize(wanted * 2);
    bytes.copy(this.#window, this.#filled);
    this.#filled += bytes.length;
  }

  #resize(size: number): void {
    const window = Buffer.allocUnsafeSlow(size);
    this.#window.copy(window, 0, 0, this.#filled);
    this.#window = window;
  }

  #readWindow(isLast: boolean): void {
    this.#cursor.setWindow(this.#window, this.#filled);
    while (this.#readNext(isLast));
    this.#moveTo(this.#mark);
    // A record that did not fit is read again only once there is twice as much of it.
    this.#readAt = Math.max(this.#windowBytes, this.#filled * 2);
  }

  #moveTo(start: number): void {
    this.#window.copyWithin(0, start, this.#filled);
    this.#filled -= start;
    this.#base += start;
    this.#cleaner.forget(this.#base);
    if (this.#window.length > this.#windowBytes * 8 && this.#filled < this.#windowBytes) {
      this.#resize(this.#windowBytes * 2 + SENTINEL_BYTES);
    }
  }

  /** Reads one record or one thing between records; false when the window has no more that is whole. */
  #readNext(isLast: boolean): boolean {
    if (this.#lost) return this.#findWay(isLast);
    const cursor = this.#cursor;
    const dropped = cursor.droppedReferences;
    try {
      return this.#step();
    } catch (error) {
      cursor.leave();
      const there = this.#filled - this.#mark;
      const isIncomplete = error instanceof IncompleteXml;
      if (!isIncomplete && !(error instanceof MalformedXml)) throw error;
      // What is bad is shown as it stands, so the bytes to show must be there.
      if (isIncomplete ? there < this.#maxRecordBytes : there < EXCERPT_BYTES && !isLast) {
        cursor.droppedReferences = dropped;
        return false;
      }
      if (!isIncomplete) return this.#giveUp('invalid_xml', error.message);
      return this.#giveUp('record_too_large', `more than ${this.#maxRecordBytes} bytes`);
    }
  }

  #step(): boolean {
    const cursor = this.#cursor;
    const window = this.#window;
    let p = cursor.pos;
    if (!this.#started && this.#base + p === 0 && window.indexOf(BYTE_ORDER_MARK) === 0) p = BYTE_ORDER_MARK.length;
    while (p < this.#filled && (BYTE_CLASS[window[p]!]! & SPACE) !== 0) p += 1;
    cursor.pos = p;
    this.#mark = p;
    if (p >= this.#filled) return false;
    if (window[p] !== LT) throw new MalformedXml('text between records');
    const next = window[p + 1];
    if (next === SLASH) this.#endRoot();
    else if (next === BANG || next === QUESTION) cursor.pos = cursor.afterMarkup(p);
    else this.#openElement();
    return true;
  }

  #openElement(): void {
    const cursor = this.#cursor;
    const { kind, onRecord } = this.#options;
    cursor.open();
    if (cursor.name === kind.tag) {
      this.#started = true;
      const fault = onRecord(cursor);
      if (fault !== null) this.#putAside(fault.reason, fault.detail, cursor.pos);
    } else if (cursor.name === kind.root && (!this.#rootOpen || this.#rootClosed)) {
      this.#started = true;
      this.#rootOpen = true;
      this.#rootClosed = cursor.isEmpty;
      cursor.leave();
    } else throw new MalformedXml('an element that is no record');
  }

  #endRoot(): void {
    const cursor = this.#cursor;
    const close = this.#window.subarray(0, this.#filled).indexOf('>', cursor.pos);
    if (close < 0) throw INCOMPLETE;
    const tag = this.#window.toString('latin1', cursor.pos + 2, close).trimEnd();
    if (tag !== this.#options.kind.root) throw new MalformedXml(`</${tag.slice(0, 40)}> ends nothing`);
    this.#started = true;
    this.#rootClosed = true;
    cursor.pos = close + 1;
  }

  /** Puts the record at the mark aside and goes on behind it. */
  #giveUp(reason: string, detail: string): boolean {
    if (!this.#started) throw this.#notADump();
    const { kind } = this.#options;
    const next = findNextRecord(this.#window, { from: this.#mark + 1, end: this.#filled }, kind);
    this.#putAside(reason, detail, next < 0 ? this.#filled : next);
    this.#lost = next < 0;
    this.#cursor.pos = next < 0 ? this.#mark + 1 : next;
    return true;
  }

  #findWay(isLast: boolean): boolean {
    const cursor = this.#cursor;
    const range = { from: cursor.pos, end: this.#filled };
    const next = findNextRecord(this.#window, range, this.#options.kind);
    this.#lost = next < 0;
    cursor.pos = next;
    this.#mark = isLast ? this.#filled : Math.max(range.from, this.#filled - LOST_TAIL_BYTES);
    return next >= 0;
  }

  #putAside(reason: string, detail: string | undefined, end: number): void {
    const start = this.#mark;
    const bytes = Math.min(end, start + EXCERPT_BYTES);
    this.#options.onBad({
      file: this.#options.file,
      offset: (this.#options.offset ?? 0) + this.#cleaner.rawOffset(this.#base + start),
      reason,
      ...(detail === undefined ? {} : { detail }),
      excerpt: this.#window.toString('utf8', start, bytes).slice(0, EXCERPT_CHARACTERS),
    });
  }

  #notADump(): ImportError {
    const { file, kind } = this.#options;
    const head = this.#window.toString('latin1', 0, Math.min(this.#filled, 4096));
    const content = describeContent(/<([A-Za-z][^\s/>]{0,40})/.exec(head)?.[1] ?? null);
    return new ImportError('not_a_dump', `${file} is not a Discogs dump of ${kind.root}: ${content}.`, { file });
  }
}
