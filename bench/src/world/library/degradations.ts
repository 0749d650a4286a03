import { isOnDiscogs, variantsOf } from '../model/artist.ts';
import { namesakesOf } from '../model/homonyms.ts';
import { aliasesOf, membersOf } from '../model/kinship.ts';
import { artistNameOf } from '../model/names.ts';
import { isWorkInMusicbrainz } from '../model/twins.ts';
import { foldMarks, isAscii, looseKey } from '../names/fold.ts';
import { makePhrase } from '../names/title.ts';
import { sortForm } from '../names/variants.ts';
import {
  changed,
  type Degrade,
  loseLetters,
  misread,
  noisyCase,
  onArtist,
  onTitle,
  plain,
  slips,
  swapAmpersand,
  typed,
} from './typing.ts';

export interface Degradation {
  readonly share: number;
  readonly various: boolean;
  readonly type: Degrade;
}

function shelfLetter(title: string): string {
  return /[a-z]/i.exec(title.replace(/^(?:The|A) /, ''))?.[0].toUpperCase() ?? '#';
}

export const STATION_GENRES: Readonly<Record<string, string>> = {
  Rock: 'Rock',
  Electronic: 'Electronic',
  Pop: 'Rock',
  Jazz: 'Jazz',
  'Folk, World, & Country': 'OCS',
  'Funk / Soul': 'Soul',
  'Hip Hop': 'Hiphop',
  Reggae: 'Reggae',
  Latin: 'Latin',
  Classical: 'OCS',
  'Stage & Screen': 'Soundtracks',
};

const compilation: Degrade = ({ work, random }) => {
  if (work.kind === 'soundtrack') return null;
  const shelf = `${STATION_GENRES[work.genre]!} - ${shelfLetter(work.title.latin)}`;
  const artist = random.pick([
    `Various Artists - ${shelf}`,
    `Various Artists - ${shelf}`,
    'various',
    'V/A',
    'Various Artists',
    `Various - ${shelf}`,
  ]);
  return { artist: artist.startsWith('Various -') ? 'Various' : artist, title: work.title.latin };
};

const selfTitled: Degrade = (pick) => {
  const { name, work, random } = pick;
  if (name.text !== work.title.text || plain(pick) === null) return null;
  return typed(name.text, random.pick(['s/t', 'self-titled', name.text, 'S/T']));
};

const byAlias: Degrade = (pick) => {
  const other = aliasesOf(pick.world, pick.artist).find((alias) => isOnDiscogs(pick.world, alias));
  const before = plain(pick);
  return other === undefined || before === null ? null : typed(artistNameOf(pick.world, other).latin, before.title);
};

const byMember: Degrade = (pick) => {
  const [member] = membersOf(pick.world, pick.artist);
  const before = plain(pick);
  return member === undefined || before === null ? null : typed(artistNameOf(pick.world, member).latin, before.title);
};

const severalCredits: Degrade = (pick) => {
  const [first, second] = pick.work.credits;
  const before = plain(pick);
  if (second === undefined || first === undefined || before === null) return null;
  const other = artistNameOf(pick.world, second.artist).latin;
  return typed(
    pick.random.pick([`${before.artist} & ${other}`, `${before.artist} and ${other}`, `${before.artist} / ${other}`]),
    before.title,
  );
};

const absentArtist: Degrade = ({ world, random, work }) => {
  const name = artistNameOf(world, world.artists + random.below(world.absentNames));
  return { artist: name.latin, title: makePhrase(random, work.culture).latin, truth: 'none' };
};

const absentAlbum: Degrade = (pick) => {
  if (namesakesOf(pick.world, pick.artist).length > 1 || plain(pick) === null) return null;
  const title = `${makePhrase(pick.random, pick.work.culture).latin} And The Lost ${pick.random.between(2, 99)}`;
  return { artist: pick.name.text, title, truth: 'artist' };
};

const homonymWithAlbum: Degrade = (pick) => {
  return namesakesOf(pick.world, pick.artist).length > 1 ? plain(pick) : null;
};

const homonymAlone: Degrade = (pick) => {
  const namesakes = namesakesOf(pick.world, pick.artist).filter((each) => isOnDiscogs(pick.world, each));
  if (namesakes.length < 2 || plain(pick) === null) return null;
  return { artist: pick.name.text, title: pick.random.pick(['', 'Untitled', 'demo tape']), truth: 'none' };
};

const TAGS = ['[missing]', '[delete]', '(ep)', '[single]', '[deleted 7/91]', '[ep]', '(promo)'];

function degradation(share: number, type: Degrade, various = false): Degradation {
  return { share, type, various };
}

/** How forty years of hands spell a record, and how often, in per cent. */
export const DEGRADATIONS = {
  exact: degradation(32, plain),
  case_noise: degradation(4, (pick) =>
    changed(plain(pick), ({ artist, title }) => typed(noisyCase(artist, pick), noisyCase(title, pick))),
  ),
  last_first: degradation(6, (pick) =>
    pick.name.family === null ? null : changed(plain(pick), ({ title }) => typed(sortForm(pick.name), title)),
  ),
  article_moved: degradation(
    4,
    onArtist((artist) => artist.replace(/^The (.+)$/, '$1, The')),
  ),
  article_dropped: degradation(
    2,
    onArtist((artist) => artist.replace(/^The (?=.)/, '')),
  ),
  ampersand: degradation(3, (pick) =>
    changed(plain(pick), ({ artist, title }) => typed(swapAmpersand(artist), swapAmpersand(title))),
  ),
  name_variation: degradation(5, (pick) => {
    const variants = variantsOf(pick.world, pick.artist, pick.name).filter(
      (each) => looseKey(each) !== looseKey(pick.name.text),
    );
    return variants.length === 0 ? null : typed(pick.random.pick(variants), pick.work.title.latin);
  }),
  alias: degradation(1.5, byAlias),
  member: degradation(1, byMember),
  diacritics_dropped: degradation(2.5, (pick) =>
    changed(plain(pick), ({ artist, title }) => typed(foldMarks(artist), foldMarks(title))),
  ),
  lost_letters: degradation(1.5, (pick) =>
    changed(plain(pick), ({ artist, title }) => typed(loseLetters(artist), loseLetters(title))),
  ),
  mojibake: degradation(0.5, (pick) =>
    isAscii(pick.name.text)
      ? null
      : changed(plain(pick), ({ artist, title }) => typed(misread(artist), misread(title))),
  ),
  non_latin: degradation(2, ({ name, work }) => (name.text === name.latin ? null : typed(name.text, work.title.text))),
  romanised: degradation(1.5, ({ name, work }) =>
    name.text === name.latin ? null : typed(name.latin, work.title.latin),
  ),
  bracket_tag: degradation(
    5,
    onTitle((title, { random }) => `${title} ${random.pick(TAGS)}`),
  ),
  live_tag: degradation(1.5, (pick) =>
    pick.work.kind === 'live' ? onTitle((title) => `${title} (live)`)(pick) : null,
  ),
  format_tail: degradation(
    4,
    onTitle((title, { random }) => `${title} ${random.pick(['12"', 'ep', '7"', '10"', 'lp'])}`),
  ),
  typo_one: degradation(4, slips(1)),
  typo_two: degradation(2, slips(2)),
  words_swapped: degradation(
    1,
    onArtist((artist) => artist.replace(/^(\p{L}+) (\p{L}+)$/u, '$2 $1')),
  ),
  word_dropped: degradation(
    1.5,
    onTitle((title) => (title.split(' ').length > 2 ? title.slice(0, title.lastIndexOf(' ')) : title)),
  ),
  several_credits: degradation(1.5, severalCredits),
  self_titled: degradation(1.5, selfTitled),
  homonym_with_album: degradation(3, homonymWithAlbum),
  homonym_without_album: degradation(1.5, homonymAlone),
  musicbrainz_only: degradation(1, (pick) =>
    !pick.work.onDiscogs && isWorkInMusicbrainz(pick.world, pick.work) ? plain(pick) : null,
  ),
  absent_artist: degradation(4.5, absentArtist),
  absent_album: degradation(2.5, absentAlbum),
  unusable_artist: degradation(0.2, ({ work, random }) => ({
    artist: random.pick(['NULL', '']),
    title: work.title.latin,
    truth: 'none',
  })),
  compilation: degradation(7, compilation, true),
  soundtrack: degradation(
    2,
    ({ work }) =>
      work.kind === 'soundtrack' ? typed(`Soundtracks - ${shelfLetter(work.title.latin)}`, work.title.latin) : null,
    true,
  ),
} satisfies Record<string, Degradation>;

export type DegradationName = keyof typeof DEGRADATIONS;
