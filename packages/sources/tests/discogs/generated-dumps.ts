import fc from 'fast-check';
import type { DumpKindName } from '../../src/discogs/kinds.ts';

const xmlText = fc
  .array(
    fc.oneof(
      fc
        .string({ unit: 'binary', maxLength: 6 })
        .map((text) => text.replace(/[<&\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replaceAll(']]>', '')),
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

export const dumps: [kind: DumpKindName, record: fc.Arbitrary<string>][] = [
  ['releases', release],
  ['artists', artist],
  ['labels', labelRecord],
];

export function dump(kind: DumpKindName, records: readonly string[]): string {
  return `<${kind}>\n${records.join('\n')}</${kind}>`;
}
