import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dump, dumps } from './generated-dumps.ts';
import { SaxesRecords } from './saxes-records.ts';
import { cut, scan } from './scan.ts';

describe.each(dumps)('generated %s', (kind, record) => {
  it('are the records that saxes sees', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const xml = dump(kind, records);
        const expected: unknown[] = [];
        const saxes = new SaxesRecords(kind, (each) => expected.push(each));
        saxes.write(xml);
        saxes.close();
        const found = scan(kind, [Buffer.from(xml)]);
        expect(found.bad).toEqual([]);
        expect(found.records).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same however the bytes come in', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x07, 0x00, 0x80, 0xe2, 0xff, 0x3c)), { maxLength: 3 });
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        damage,
        sizes,
        fc.integer({ min: 1, max: 300 }),
        (records, faults, chunks, windowBytes) => {
          const bytes = Buffer.from(dump(kind, records));
          for (const [at, byte] of faults) bytes[12 + (at % (bytes.length - 12))] = byte;
          const whole = scan(kind, [bytes]);
          expect(scan(kind, cut(bytes, chunks), { windowBytes })).toEqual(whole);
          expect(scan(kind, [bytes], { windowBytes })).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  });
});
