import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { SnapshotError } from '../errors.ts';

/** Layout: magic, sections each on a 64-byte boundary, footer (JSON), footer length (uint32), magic. Little-endian. */
const magic = Buffer.from('DEADWAX\u0001');
export const indexVersion = 10;
const ALIGNMENT = 64;
const READ_BYTES = 1 << 30;

type Section = Uint8Array | Uint16Array | Uint32Array | Int16Array;
type SectionType = 'u8' | 'u16' | 'u32' | 'i16';

interface SectionEntry {
  readonly name: string;
  readonly type: SectionType;
  readonly offset: number;
  readonly bytes: number;
  /** CRC-32 of its bytes. */
  readonly check: number;
}

interface Footer {
  readonly version: number;
  readonly sections: readonly SectionEntry[];
  readonly meta: unknown;
}

function typeOf(section: Section): SectionType {
  if (section instanceof Uint8Array) return 'u8';
  if (section instanceof Uint16Array) return 'u16';
  return section instanceof Uint32Array ? 'u32' : 'i16';
}

/** Writes an index file section by section, so that each can be freed once written. */
export class IndexWriter {
  readonly #file: number;
  readonly #sections: SectionEntry[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
    this.#write(magic);
  }

  /** Adds a section, whole or in pieces of one type (none: an empty section of `uint32`). */
  add(name: string, section: Section | readonly Section[]): void {
    const pieces = Array.isArray(section) ? (section as readonly Section[]) : [section as Section];
    this.#align();
    const offset = this.#offset;
    let check = 0;
    for (const { buffer, byteOffset, byteLength } of pieces) {
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      check = crc32(bytes, check);
      this.#write(bytes);
    }
    const type = typeOf(pieces[0] ?? new Uint32Array(0));
    this.#sections.push({ name, type, offset, bytes: this.#offset - offset, check });
  }

  /** Adds every section of another index file, as they stand there. */
  append(path: string): void {
    const other = openIndexFile(path);
    for (const { name, type } of other.sections) this.add(name, other.view(name, type));
  }

  finish(meta: unknown): void {
    const footer = Buffer.from(
      JSON.stringify({ version: indexVersion, sections: this.#sections, meta } satisfies Footer),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    this.#write(footer);
    this.#write(length);
    this.#write(magic);
    this.close();
  }

  close(): void {
    closeSync(this.#file);
  }

  #align(): void {
    this.#write(Buffer.alloc((ALIGNMENT - (this.#offset % ALIGNMENT)) % ALIGNMENT));
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done, bytes.length - done);
    this.#offset += bytes.length;
  }
}

/** An opened index file: its sections as views over one SharedArrayBuffer that every worker can use. */
export class IndexFile {
  readonly memory: SharedArrayBuffer;
  readonly meta: unknown;
  readonly #sections: ReadonlyMap<string, SectionEntry>;

  constructor(memory: SharedArrayBuffer, path: string) {
    this.memory = memory;
    const footer = readFooter(memory, path);
    this.meta = footer.meta;
    this.#sections = new Map(footer.sections.map((section) => [section.name, section]));
  }

  get sections(): readonly SectionEntry[] {
    return [...this.#sections.values()];
  }

  u8(name: string): Uint8Array {
    return this.view(name, 'u8') as Uint8Array;
  }

  u16(name: string): Uint16Array {
    return this.view(name, 'u16') as Uint16Array;
  }

  u32(name: string): Uint32Array {
    return this.view(name, 'u32') as Uint32Array;
  }

  i16(name: string): Int16Array {
    return this.view(name, 'i16') as Int16Array;
  }

  view(name: string, type: SectionType): Section {
    const { offset, bytes } = this.#get(name, type);
    if (type === 'u8') return new Uint8Array(this.memory, offset, bytes);
    if (type === 'u16') return new Uint16Array(this.memory, offset, bytes / 2);
    return type === 'u32'
      ? new Uint32Array(this.memory, offset, bytes / 4)
      : new Int16Array(this.memory, offset, bytes / 2);
  }

  /** Compares every section with its check sum. Throws `damaged`. */
  verify(): void {
    for (const { name, offset, bytes, check } of this.#sections.values())
      if (crc32(new Uint8Array(this.memory, offset, bytes)) !== check)
        throw new SnapshotError('damaged', `section ${name} of the match index differs from its check sum`);
  }

  #get(name: string, type: SectionType): SectionEntry {
    const section = this.#sections.get(name);
    if (section === undefined || (section.type !== type && section.bytes > 0))
      throw new SnapshotError('damaged', `the match index lacks section ${name}`);
    return section;
  }
}

function readFooter(memory: SharedArrayBuffer, path: string): Footer {
  const bytes = Buffer.from(memory);
  const damaged = (why: string) => new SnapshotError('damaged', `${path} is not a whole match index: ${why}`);
  if (bytes.length < magic.length * 2 + 4 || !bytes.subarray(0, magic.length).equals(magic))
    throw damaged('it does not begin as one');
  if (!bytes.subarray(-magic.length).equals(magic)) throw damaged('it ends early');
  const end = bytes.length - magic.length - 4;
  const start = end - bytes.readUInt32LE(end);
  if (start < magic.length) throw damaged('its table of contents is damaged');
  let footer: Footer;
  try {
    footer = JSON.parse(bytes.toString('utf8', start, end)) as Footer;
  } catch {
    throw damaged('its table of contents is damaged');
  }
  if (footer.version !== indexVersion) {
    throw new SnapshotError(
      'incompatible',
      `${path} is a match index of version ${footer.version}; this program reads ${indexVersion}: build the snapshot again`,
    );
  }
  for (const section of footer.sections)
    if (section.offset + section.bytes > start) throw damaged(`section ${section.name} reaches past the end`);
  return footer;
}

/** Reads an index file into shared memory. Throws `not_a_snapshot`, `damaged` or `incompatible`. */
export function openIndexFile(path: string): IndexFile {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new SnapshotError('not_a_snapshot', `cannot open the match index ${path}`, { cause });
  }
  try {
    const memory = new SharedArrayBuffer(fstatSync(file).size);
    const bytes = new Uint8Array(memory);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, Math.min(READ_BYTES, bytes.length - at), at);
      if (read === 0) throw new SnapshotError('damaged', `${path} ended while it was read`);
      at += read;
    }
    return new IndexFile(memory, path);
  } finally {
    closeSync(file);
  }
}
