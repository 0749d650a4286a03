import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DumpKindName } from '../../src/discogs/kinds.ts';
import { SaxesRecords } from './saxes-records.ts';
import { cut, scan } from './scan.ts';

const xmlText = fc
  .array(
    fc.oneof(
      fc
        .string({ unit: 'binary', maxLength: 6 })
        .map((text) => text.replace(/[<&\p{Cc}\p{Cs}]/gu, '').replaceAll(']]>', '')),
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '&gt;',
        '&quot;',
        '&apos;',
        '&#228;',
        '&#x2153;',
        '&#13;\n',
        '\n',
        '\r\n',
        '\t',
        'é',
        '坂',
        '🎶',
        '>',
      ),
      fc.constantFrom('<![CDATA[<a>&b]]>', '<!-- <x> -->', '<?pi x?>'),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));
const plainText = xmlText.map((text) => text.replace(/<[!?].*?(?:\]\]|--|\?)>/gs, ''));

const element = (name: string, content: fc.Arbitrary<string>) =>
  content.map((text) => (text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`));
const attribute = (name: string) =>
  fc
    .tuple(plainText, fc.boolean())
    .map(([value, single]) =>
      single ? `${name} = '${value.replaceAll("'", '')}'` : `${name}="${value.replaceAll('"', '')}"`,
    );
const shuffled = (...parts: fc.Arbitrary<string>[]) =>
  fc
    .tuple(fc.subarray(parts), fc.nat())
    .chain(([some, turn]) =>
      fc
        .tuple(...some)
        .map((texts) =>
          [...texts.slice(turn % (texts.length || 1)), ...texts.slice(0, turn % (texts.length || 1))].join(''),
        ),
    );
const several = (name: string, content: fc.Arbitrary<string>) =>
  element(
    name,
    fc.array(content, { maxLength: 3 }).map((items) => items.join('\n')),
  );

const number = fc.nat(9999).map(String);
const credit = element(
  'artist',
  shuffled(
    element('id', number),
    element('name', xmlText),
    element('anv', xmlText),
    element('join', xmlText),
    element('unknown', xmlText),
  ),
);
const track = element(
  'track',
  shuffled(element('position', xmlText), element('title', xmlText), several('extraartists', credit)),
);
const withSubTracks = element(
  'track',
  shuffled(element('title', xmlText), several('sub_tracks', track), several('artists', credit)),
);
const label = shuffled(attribute('catno'), fc.constant('id="5"'))
  .map((_) => _)
  .chain(() => fc.tuple(attribute('name'), attribute('catno')).map((pair) => `<label ${pair.join(' ')}/>`));
const video = fc
  .tuple(attribute('src'), element('title', xmlText))
  .map(([src, title]) => `<video ${src} embed="true">${title}</video>`);
const release = fc
  .tuple(
    number,
    shuffled(
      element('title', xmlText),
      element('notes', xmlText),
      element('released', xmlText),
      several('artists', credit),
      several('labels', label),
      several('tracklist', withSubTracks),
      several('videos', video),
      several('images', element('image', xmlText)),
    ),
  )
  .map(([id, inside]) => `<release id="${id}">${inside}</release>`);
const member = fc
  .tuple(number, xmlText, fc.boolean())
  .map(([id, name, old]) => (old ? `<id>${id}</id><name>${name}</name>` : `<name id="${id}">${name}</name>`));
const artist = fc
  .tuple(
    number,
    shuffled(
      element('name', xmlText),
      element('profile', xmlText),
      several('members', member),
      several('urls', element('url', xmlText)),
    ),
  )
  .map(([id, inside]) => `<artist><id>${id}</id>${inside}</artist>`);
const sublabel = fc.tuple(number, xmlText).map(([id, name]) => `<label id="${id}">${name}</label>`);
const labelRecord = fc
  .tuple(number, shuffled(element('name', xmlText), several('sublabels', sublabel), element('contactinfo', xmlText)))
  .map(([id, inside]) => `<label><id>${id}</id>${inside}</label>`);

const dumps: [kind: DumpKindName, record: fc.Arbitrary<string>][] = [
  ['releases', release],
  ['artists', artist],
  ['labels', labelRecord],
];

function dump(kind: DumpKindName, records: readonly string[]): string {
  return `<${kind}>\n${records.join('\n')}</${kind}>`;
}

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
