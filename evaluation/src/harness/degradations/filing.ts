import { type Degradation, isFiling, ofArtist, ofEither, ofRow, ofTitle } from './degradation.ts';

const ARTICLE = /^(The|A|An) (.+)$/;
const GUESTS = ['Mirelle Ondaro', 'DJ Oskpaw', 'The Tansy Choir'];
const FEATURING = ['feat.', 'featuring', 'ft.'];
const TOO_MUCH = 128;

/** Two capitalised words, as a person's name mostly is. */
function invertPerson(text: string): string | null {
  const [, given, family] = /^(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}{2,})$/u.exec(text) ?? [];
  return given === undefined || given === 'The' ? null : `${family}, ${given}`;
}

function invertArticle(text: string): string | null {
  const [, article, rest] = ARTICLE.exec(text) ?? [];
  return article === undefined ? null : `${rest}, ${article}`;
}

function addArticle(text: string): string | null {
  return /^(?:The|A|An|DJ|Mr\.|Dr\.|Die|Les|Los) |[&/]|^\P{Lu}/u.test(text) ? null : `The ${text}`;
}

/** What cataloguers do. */
export const filing: readonly Degradation[] = [
  ofTitle('bracket tag', (text, random) => text + random.pick([' [missing]', ' (deleted 7/91)', ' [delete]']), true),
  ofTitle('format tail', (text, random) => text + random.pick([' 12"', ' ep', ' lp', ' (CD)', ' 7"'])),
  ofArtist('person inverted', invertPerson, true),
  ofEither('article inverted', invertArticle, true),
  ofEither('article dropped', (text) => ARTICLE.exec(text)?.[2] ?? null),
  ofArtist('article added', addArticle),
  ofEither('& for and', (text) => text.replace(/ and /i, ' & '), true),
  ofEither('and for &', (text) => text.replace(/ & /, ' and '), true),
  ofEither('+ for and', (text) => text.replace(/ (?:&|and) /i, ' + '), true),
  ofArtist('guest after artist', (text, random) => `${text} ${random.pick(FEATURING)} ${random.pick(GUESTS)}`),
  ofTitle('guest after title', (text, random) => `${text} (${random.pick(FEATURING)} ${random.pick(GUESTS)})`),
  ofArtist('shelf number', (text, random) => `${text} /${random.between(2, 4)}`, true),
  ofArtist('remark after artist', (text, random) => text + random.pick([' (band)', ' (UK)', ' (local)']), true),
  ofRow('artist before title', (row) =>
    isFiling(row.artist_name) ? null : { ...row, album_title: `${row.artist_name} - ${row.album_title}` },
  ),
  ofRow(
    'fields swapped',
    (row) =>
      isFiling(row.artist_name) || row.artist_name === row.album_title || row.album_title.trim() === ''
        ? null
        : { ...row, artist_name: row.album_title, album_title: row.artist_name },
    true,
  ),
  ofRow(
    's/t',
    (row) => (row.artist_name.toLowerCase() === row.album_title.toLowerCase() ? { ...row, album_title: 's/t' } : null),
    true,
  ),
  ofTitle('subtitle dropped', (text) => (text.indexOf(': ') >= 8 ? text.slice(0, text.indexOf(': ')) : null)),
  ofTitle('cut at 128 letters', (text) => (text.length > TOO_MUCH ? text.slice(0, TOO_MUCH) : null)),
  ofTitle('cut at a word', (text) => {
    const words = text.split(' ');
    return words.length >= 8 ? words.slice(0, Math.ceil(words.length * 0.75)).join(' ') : null;
  }),
];
