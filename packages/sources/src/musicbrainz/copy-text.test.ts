import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCopyField, parseCopyField } from './copy-text.ts';

const fields: [raw: string, value: string | null, why: string][] = [
  ['', '', 'an empty field is an empty string'],
  ['\\N', null, 'null'],
  ['\\\\N', '\\N', 'an escaped backslash before N is text'],
  ['AC\\tDC', 'AC\tDC', 'tab'],
  ['a\\nb\\rc', 'a\nb\rc', 'line ends'],
  ['\\b\\f\\v', '\b\f\v', 'rarer controls'],
  ['C:\\\\temp', 'C:\\temp', 'backslash'],
  ['\\101\\x42\\x4', 'AB\x04', 'octal and hexadecimal'],
  ['caf\\303\\251 \\xe2\\x98\\x83', 'café ☃', 'bytes that together make a character'],
  ['\\377', '\uFFFD', 'a byte that makes none'],
  ['\\000', '\uFFFD', 'NUL'],
  ['\\q\\.', 'q.', 'any other letter stands for itself'],
  ['後藤\\t真希', '後藤\t真希', 'escapes beside other scripts'],
  ['end\\', 'end\\', 'a lone backslash at the end'],
];

describe('parseCopyField', () => {
  it.each(fields)('%j is %j: %s', (raw, value) => {
    expect(parseCopyField(raw)).toBe(value);
  });

  it('gives back what COPY wrote', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('\\', 'N', '\t', '\n', '\r', '\b', '\f', '\v', 'x', '4', '1', 'n', 'é', '𝄞') }),
    );
    fc.assert(
      fc.property(fc.option(text), (value) => {
        const raw = formatCopyField(value);
        expect(raw).not.toMatch(/[\t\n\r]/);
        expect(parseCopyField(raw)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});
