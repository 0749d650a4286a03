import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { SnapshotError } from '../errors.ts';

/** Layout: magic, sections each on a 64-byte boundary, footer (JSON), footer length (uint32), magic. Little-endian. */
const magic = Buffer.from('DEADWAX\u0001');
export const indexVersion = 3;
const ALIGNMENT = 64;
const READ_BYTES = 1 << 30;

type Section = Uint8Array | Uint32Array | Int16Array;
type SectionType = 'u8' | 'u32' | 'i16';

interface SectionEntry {
  readonly name: string;
  readonly type: SectionType;
  readonly offset: number;
  readonly bytes: number;
}

interface Footer {
  readonly version: number;
  readonly sections: readonly SectionEntry[];
  readonly meta: unknown;
}

function typeOf(section: Section): SectionType {
  if (section instanceof Uint8Array) return 'u8';
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

  add(name: string, section: Section): void {
    this.#write(Buffer.alloc((ALIGNMENT - (this.#offset % ALIGNMENT)) % ALIGNMENT));
    this.#sections.push({ name, type: typeOf(section), offset: this.#offset, bytes: section.byteLength });
    this.#write(new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
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

  u8(name: string): Uint8Array {
    const { offset, bytes } = this.#get(name, 'u8');
    return new Uint8Array(this.memory, offset, bytes);
  }

  u32(name: string): Uint32Array {
    const { offset, bytes } = this.#get(name, 'u32');
    return new Uint32Array(this.memory, offset, bytes / 4);
  }

  i16(name: string): Int16Array {
    const { offset, bytes } = this.#get(name, 'i16');
    return new Int16Array(this.memory, offset, bytes / 2);
  }

  #get(name: string, type: SectionType): SectionEntry {
    const section = this.#sections.get(name);
    if (section?.type !== type) throw new SnapshotError('damaged', `the match index lacks section ${name}`);
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
