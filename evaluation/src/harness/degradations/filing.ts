import { type Degradation, ofArtist, ofEither, ofTitle } from './degradation.ts';

const ARTICLE = /^(The|A|An) (.+)$/;

/** What cataloguers do. */
export const filing: readonly Degradation[] = [
  ofTitle(
    'bracket tag',
    (text, random) => text + random.pick([' [missing]', ' (deleted 7/91)', ' [delete]', ' (ep)', ' [single]', ' (cd)']),
  ),
  ofTitle('format tail', (text, random) => text + random.pick([' 12"', ' ep', ' lp', ' 7"'])),
  ofArtist('inverted person', (text) => {
    const words = /^([A-Z][a-z]+) ([A-Z][a-z]{2,})$/.exec(text);
    return words === null || words[1] === 'The' ? null : `${words[2]}, ${words[1]}`;
  }),
  ofEither('inverted article', (text) => {
    const words = ARTICLE.exec(text);
    return words === null ? null : `${words[2]}, ${words[1]}`;
  }),
  ofEither('article dropped', (text) => ARTICLE.exec(text)?.[2] ?? null),
  ofArtist('article added', (text) => (/^(?:The|A|An|DJ|Mr\.|Dr\.) |[&/]|^\P{Lu}/u.test(text) ? null : `The ${text}`)),
  ofEither('ampersand for and', (text) => text.replace(/ and /i, ' & ')),
  ofEither('and for ampersand', (text) => text.replace(/ & /, ' and ')),
  ofEither('plus for ampersand', (text) => text.replace(/ (?:&|and) /i, ' + ')),
  ofArtist(
    'guest after artist',
    (text, random) =>
      `${text} ${random.pick(['feat.', 'featuring', 'ft.'])} ${random.pick(['Mirelle', 'DJ Osk', 'The Tansy Choir'])}`,
  ),
  ofTitle(
    'guest after title',
    (text, random) =>
      `${text} (${random.pick(['feat.', 'featuring', 'ft.'])} ${random.pick(['Mirelle', 'DJ Osk', 'The Tansy Choir'])})`,
  ),
  ofArtist('shelf number', (text, random) => `${text} /${random.between(1, 3)}`),
  ofArtist(
    'bracketed remark',
    (text, random) => text + random.pick([' (band)', ' [see also solo]', ' (UK)', ' (local)']),
  ),
  {
    name: 'artist before title',
    apply: (row) =>
      /^(?:V\/?A|Various|Soundtracks)/i.test(row.artist) ? null : { ...row, title: `${row.artist} - ${row.title}` },
  },
  {
    name: 'fields swapped',
    apply: (row) =>
      /^(?:V\/?A|Various|Soundtracks)/i.test(row.artist) ? null : { ...row, artist: row.title, title: row.artist },
  },
  ofTitle('subtitle dropped', (text) =>
    /: /.test(text) && text.indexOf(': ') >= 8 ? text.slice(0, text.indexOf(': ')) : null,
  ),
  ofTitle('number spelled', (text) => {
    const words = ['zero', 'One', 'Two', 'Three', 'Four'];
    return /\bVol\. [1-4]\b/.test(text)
      ? text.replace(/\bVol\. ([1-4])\b/, (_, n: string) => `Volume ${words[Number(n)]}`)
      : null;
  }),
  ofTitle('volume abbreviated', (text) => text.replace(/\bVolume (?=\d)/, 'vol ')),
  ofTitle('cut at 128', (text) => (text.length > 128 ? text.slice(0, 128) : null)),
  { name: 'wrong year', apply: (row, random) => ({ ...row, year: random.between(1950, 2024) }) },
  {
    name: 'wrong label',
    apply: (row, random) => ({ ...row, label: random.pick(['Zygote', 'Grape Stamp', 'Ferris & Sons']) }),
  },
  {
    name: 'wrong format',
    apply: (row, random) => ({ ...row, format: random.pick(['Shellac', 'Cassette', '8-Track']) }),
  },
  {
    name: 'wrong barcode',
    apply: (row, random) => ({
      ...row,
      barcode: `9${random.between(10_000_000, 99_999_999)}${random.between(100, 999)}`,
    }),
  },
  {
    name: 'wrong catalogue number',
    apply: (row, random) => ({ ...row, catalogNumber: `ZZ ${random.between(1000, 9999)}` }),
  },
];
