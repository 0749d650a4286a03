import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockRead, BlockScanner, BlockStream, BlockTask, Tally } from '../../src/blocks/block.ts';
import { BlockOrder } from '../../src/blocks/block-order.ts';
import { cutBlocks } from '../../src/blocks/cut-blocks.ts';
import { DumpStream } from '../../src/discogs/dump-stream.ts';
import { DUMP_KINDS, type DumpKindName } from '../../src/discogs/kinds.ts';
import { openDumpStream } from '../../src/discogs/read-in-blocks.ts';
import { BORDER_BYTES, findBorder } from '../../src/discogs/xml/find-record.ts';
import type { QuarantinedRecord } from '../../src/quarantine.ts';
import type { InputFile, RowSink, Value } from '../../src/source.ts';
import { dump, dumps } from './generated-dumps.ts';
import { cut } from './scan.ts';

interface Found {
  readonly rows: (readonly [table: string, ...Value[]])[];
  readonly bad: QuarantinedRecord[];
}

function gather(): Found & {
  readonly sink: RowSink;
  readonly quarantine: { add(record: QuarantinedRecord): void; count: number };
} {
  const rows: Found['rows'] = [];
  const bad: QuarantinedRecord[] = [];
  const sink = {
    record: (group: string, id: string | number) => void rows.push([group, id]),
    row: (table: string, values: readonly Value[]) => void rows.push([table, ...values]),
    drain: () => Promise.resolve(),
  };
  return { rows, bad, sink, quarantine: { count: 0, add: (record) => void bad.push(record) } };
}

const fileOf = (kind: DumpKindName): InputFile => ({ path: 'test.xml', kind, bytes: 1, dumpDate: null });

/** What one stream over all of it finds. */
function readWhole(kind: DumpKindName, bytes: Uint8Array): Found & { tally: Tally; truncated: boolean } {
  const { rows, bad, ...context } = gather();
  const stream = new DumpStream(fileOf(kind), context, {});
  stream.push(bytes);
  const truncated = stream.end();
  return { rows, bad, tally: stream.tally, truncated };
}

type Gathered = ReturnType<typeof gather>;

/** Reads each block as soon as it is given it, as threads do that are far ahead. */
class Ahead implements BlockScanner<Found['rows']> {
  readonly ahead: number;
  readonly kind: DumpKindName;
  /** Blocks that were read again. */
  again = 0;
  readonly #streams = new Map<number, { stream: BlockStream; found: Gathered }>();
  readonly #seen = new Set<number>();

  constructor(kind: DumpKindName, ahead: number) {
    this.kind = kind;
    this.ahead = ahead;
  }

  async read({ place, stream: id, bytes, offset, isLast }: BlockTask): Promise<BlockRead<Found['rows']>> {
    if (this.#seen.has(offset)) this.again += 1;
    this.#seen.add(offset);
    if (place !== null) {
      const found = gather();
      this.#streams.set(id, { stream: openDumpStream(fileOf(this.kind), { ...found, place, offset }), found });
    }
    const { stream, found } = this.#streams.get(id)!;
    stream.push(bytes);
    const settled = isLast ? 'end' : stream.settle();
    const truncated = isLast && stream.end();
    if (settled !== null) this.#streams.delete(id);
    return {
      place: settled,
      truncated,
      tally: stream.tally,
      bad: found.bad.splice(0),
      rows: found.rows.splice(0),
      bytes,
    };
  }

  drop(stream: number): void {
    this.#streams.delete(stream);
  }

  get kept(): number {
    return this.#streams.size;
  }
}

interface Cutting {
  readonly blockBytes: number;
  readonly ahead: number;
  readonly pieces: readonly number[];
}

async function readInBlocks(kind: DumpKindName, bytes: Uint8Array, { blockBytes, ahead, pieces }: Cutting) {
  const scanner = new Ahead(kind, ahead);
  const rows: Found['rows'] = [];
  const bad: QuarantinedRecord[] = [];
  let tally: Tally = { outcomes: {}, repaired: {} };
  const order = new BlockOrder(scanner, 'start', async (read, soFar) => {
    rows.push(...read.rows);
    bad.push(...read.bad);
    tally = soFar;
  });
  async function* chunks() {
    yield* cut(bytes, pieces);
  }
  const findNext = (window: Buffer) => findBorder(window, DUMP_KINDS[kind]);
  let blocks = 0;
  for await (const block of cutBlocks(chunks(), { blockBytes, borderBytes: BORDER_BYTES, findBorder: findNext })) {
    blocks += 1;
    await order.add(block);
  }
  const truncated = await order.finish();
  return { found: { rows, bad, tally, truncated }, blocks, again: scanner.again, kept: scanner.kept };
}

const cutting = fc.record({
  blockBytes: fc.integer({ min: 1, max: 200 }),
  ahead: fc.integer({ min: 1, max: 5 }),
  pieces: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
});

describe.each(dumps)('%s cut into blocks', (kind, record) => {
  it('give what one stream finds in them, damaged or not, wherever they are cut', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x07, 0x00, 0x80, 0xe2, 0xff, 0x3c)), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        damage,
        cutting,
        fc.nat({ max: 40 }),
        async (records, faults, how, missing) => {
          const whole = Buffer.from(dump(kind, records));
          const bytes = whole.subarray(0, Math.max(14, whole.length - (missing > 20 ? missing : 0)));
          for (const [at, byte] of faults) bytes[12 + (at % (bytes.length - 12))] = byte;
          const { found, kept } = await readInBlocks(kind, bytes, how);
          expect(found).toEqual(readWhole(kind, bytes));
          expect(kept).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);
});

const release = (id: number, notes = '') =>
  `<release id="${id}"><artists><artist><id>1</id><name>A</name></artist></artists><title>T ${id}</title><notes>${notes}</notes></release>`;
const many = (count: number, notes?: string) => Array.from({ length: count }, (_, at) => release(at + 1, notes));
const small: Cutting = { blockBytes: 100, ahead: 4, pieces: [33] };

describe('blocks of releases', () => {
  it('are read once where records are whole', async () => {
    const { blocks, again } = await readInBlocks('releases', Buffer.from(dump('releases', many(40))), small);
    expect(blocks).toBe(40);
    expect(again).toBe(0);
  });

  it.each([
    ['a CDATA section', `<![CDATA[${release(7)}]]>`],
    ['a comment', `<!-- ${release(7)} -->`],
    ['an instruction', '<?pi <release id="7"> ?>'],
  ])('end in the right place where %s holds what looks like a record', async (_, notes) => {
    const bytes = Buffer.from(dump('releases', many(12, notes)));
    const { found } = await readInBlocks('releases', bytes, small);
    expect(found).toEqual(readWhole('releases', bytes));
    expect(found.tally.outcomes.kept).toBe(12);
  });

  it('are not cut at a tag that is written as text', async () => {
    const { found, again } = await readInBlocks(
      'releases',
      Buffer.from(dump('releases', many(12, '&lt;release id="7"&gt;'))),
      small,
    );
    expect([found.tally.outcomes.kept, again]).toEqual([12, 0]);
  });

  it('are those of a dump without a root, and of several roots', async () => {
    for (const text of [many(20).join(''), dump('releases', many(9)) + dump('releases', many(9))]) {
      const { found } = await readInBlocks('releases', Buffer.from(text), small);
      expect(found).toEqual(readWhole('releases', Buffer.from(text)));
    }
  });

  it('lie where they lie, whatever pieces the bytes come in', async () => {
    const bytes = Buffer.from(dump('releases', many(30, 'x'.repeat(70))));
    const find = (window: Buffer) => findBorder(window, DUMP_KINDS.releases);
    const cutAt = async (pieces: readonly number[]) => {
      async function* chunks() {
        yield* cut(bytes, pieces);
      }
      const offsets: number[] = [];
      for await (const { offset } of cutBlocks(chunks(), {
        blockBytes: 150,
        borderBytes: BORDER_BYTES,
        findBorder: find,
      }))
        offsets.push(offset);
      return offsets;
    };
    const expected = await cutAt([bytes.length]);
    for (const piece of [1, 7, 64, 151, 300, 999]) expect(await cutAt([piece])).toEqual(expected);
  });
});
