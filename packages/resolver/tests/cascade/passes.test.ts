import { artistRewritings } from '@deadwax/linkage/variants/artist-variants';
import type { NameRole } from '@deadwax/sources/authority';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NameEvidence } from '../../src/blocking/evidence.ts';
import { artistPasses } from '../../src/cascade/passes.ts';
import type { Resolver } from '../../src/resolver.ts';
import { askExplained } from './ask-explained.ts';
import { type Artist, makeDiscogsResolver } from './discogs-dump.ts';

type Taken = readonly [pass: string, method: string, why: string, typed: string, record: string | Omit<Artist, 'id'>];
type Refused = readonly [
  pass: string,
  why: string,
  typed: string,
  record: string | Omit<Artist, 'id'>,
  instead?: string,
];
const pavement = { name: 'Pavement', members: [[901, 'Stephen Malkmus']] } as const;
const afx = { name: 'Aphex Twin', aliases: [[902, 'AFX']] } as const;

const takenArtists: readonly Taken[] = [
  ['exact', 'exact_match', 'the heading, case aside', 'STEREOLAB', 'Stereolab'],
  ['exact', 'exact_match', 'the heading without its article', 'Knife', 'The Knife'],
  ['exact', 'exact_match', 'UTF-8 read as Mac Roman, put right', 'Bj√∂rk', 'Björk'],
  ['name_variation', 'name_variation', 'listed by it', 'Queen Bey', { name: 'Beyoncé', variations: ['Queen Bey'] }],
  ['name_variation', 'name_variation', 'equal but for punctuation', 'Hall and Oates', 'Hall & Oates'],
  ['inverted_name', 'name_variation', 'filed by surname', 'Dylan, Bob', 'Bob Dylan'],
  ['joined_credit', 'name_variation', 'another joiner', 'Simon / Garfunkel', 'Simon & Garfunkel'],
  ['joined_credit', 'name_variation', 'words run together', 'NeilYoung', 'Neil Young'],
  ['guests_dropped', 'name_variation', 'a guest behind it', 'Jay-Z feat. Linkin Park', 'Jay-Z'],
  ['split_credit', 'name_variation', 'one of two names', 'Bill Orcutt & Chris Corsano', 'Chris Corsano'],
  ['member_group', 'member_group', 'a member for the group', 'Stephen Malkmus', pavement],
  [
    'member_group',
    'member_group',
    'the group for a member',
    'Radiohead',
    { name: 'Thom Yorke', groups: [[903, 'Radiohead']] },
  ],
  ['alias', 'alias_match', 'another identity', 'AFX', afx],
  ['transliteration', 'trigram', 'another script', 'DakhaBrakha', 'ДахаБраха'],
  ['transliteration', 'trigram', 'a letter that is no accent', 'Bjorn Torske', 'Bjørn Torske'],
  ['lost_letters', 'trigram', 'a question mark for a letter', 'Mot?rhead', 'Motörhead'],
  ['rewritten', 'trigram', 'small words left out', 'Booker T & MGs', 'Booker T and the MGs'],
  ['one_edit', 'trigram', 'a slip', 'Meredith Monc', 'Meredith Monk'],
  ['one_edit', 'trigram', 'a slip in four letters, not the first', 'Wine', 'Wire'],
  ['reordered', 'trigram', 'three words in another order', 'Sweatshirt Earl Quartet', 'Earl Sweatshirt Quartet'],
  ['two_edits', 'trigram', 'two slips', 'Nilufar Yanye', 'Nilüfer Yanya'],
  [
    'very_close',
    'trigram',
    'three slips in thirty-five',
    'Ensemble Inter Contemporaine de Parris',
    'Ensemble Intercontemporain de Paris',
  ],
  ['close', 'trigram', 'three slips in eighteen', 'Alexandroff Ensembel', 'Alexandrov Ensemble'],
  [
    'begun',
    'trigram',
    'cut short by two words',
    'This Is a Beautiful Place to',
    'This Is a Beautiful Place to Die Young',
  ],
  ['contained', 'trigram', 'a name left out', 'Fela Kuti', 'Fela Anikulapo Kuti'],
  ['near', 'trigram', 'four slips in seventeen', 'Throbing Grissel', 'Throbbing Gristle'],
  ['overlapping', 'trigram', 'one word in common', 'Roland Kirk Trio', 'Rahsaan Roland Kirk'],
];

const refusedArtists: readonly Refused[] = [
  ['exact', 'equal only without punctuation', 'Captain and Tennille', 'Captain & Tennille', 'name_variation'],
  ['name_variation', 'a slip in it', 'Cathy Bushe', { name: 'Kate Bush', variations: ['Cathy Bush'] }, 'one_edit'],
  ['inverted_name', 'two commas are a list', 'Davis, Sammy, Jr.', 'Sammy Davis Jr.', 'reordered'],
  ['joined_credit', 'the names the other way round', 'Naomi & Damon', 'Damon & Naomi', 'reordered'],
  ['guests_dropped', '"with" joins, it names no guest', 'Missy Elliott with Ludacris', 'Missy Elliott', 'split_credit'],
  ['split_credit', 'a single letter is no name', 'Q & Nobody', 'Q'],
  [
    'member_group',
    'a member in a credit is not the group',
    'Kim Gordon & Jicks',
    { name: 'Sonic Youth', members: [[904, 'Kim Gordon']] },
    'contained',
  ],
  [
    'alias',
    'an alias in a credit',
    'Ovuca & Squarepusher',
    { name: 'Aleksi Perälä', aliases: [[905, 'Ovuca']] },
    'contained',
  ],
  ['transliteration', 'spelled by another table', 'Akwarium', 'Аквариум'],
  ['lost_letters', 'another letter is wrong too', 'Qu?ensriche', 'Queensrÿche', 'two_edits'],
  ['rewritten', 'another number', 'Blink 183', 'Blink 182'],
  ['one_edit', 'three letters', 'Cam', 'Can'],
  ['one_edit', 'the first of four letters', 'Loft', 'Soft'],
  ['one_edit', 'another initial', 'John C Johnson', 'John L Johnson'],
  ['reordered', 'two words are a surname first', 'Simone Nina', 'Nina Simone', 'inverted_name'],
  ['two_edits', 'six letters', 'Pixels', 'Pixies'],
  [
    'very_close',
    'three slips in thirty',
    'King Gizard and the Lizzard Wizzard',
    'King Gizzard and the Lizard Wizard',
    'close',
  ],
  ['close', 'four slips in fifteen', 'Ornet Colmann', 'Ornette Coleman', 'near'],
  [
    'begun',
    'three words missing',
    'Godspeed You Black Emperor',
    'Godspeed You Black Emperor of the North',
    'contained',
  ],
  ['contained', 'a word more and a word less', 'Mulatu Astatke Band', 'Emperor Mulatu Astatke', 'overlapping'],
  ['near', 'seven slips', 'Dethwish Asylum', 'Deathcrush Atrium'],
  ['overlapping', 'in common only words of three letters', 'Fox Trio', 'Fox Duo'],
];

/** Every record has an album of a title that no other has and that the row names: the artist's name alone is in question. */
const first = ['Crimson', 'Hollow', 'Paper', 'Winter', 'Golden', 'Broken', 'Silent', 'Distant'];
const second = ['Harbour', 'Lantern', 'Meadow', 'Cathedral', 'Engine', 'Orchard', 'Mirror'];
const titleOf = (place: number) => `${first[place % 8]} ${second[place % 7]}`;
const records = [...takenArtists.map((row) => row[4]), ...refusedArtists.map((row) => row[3])].map((record) =>
  typeof record === 'string' ? { name: record } : record,
);

let resolver: Resolver;
beforeAll(async () => {
  resolver = await makeDiscogsResolver({
    artists: records.map((record, place) => ({ id: place + 1, ...record })),
    releases: records.map(({ name }, place) => ({ id: place + 1, artist: [place + 1, name], title: titleOf(place) })),
  });
});

describe('a pass for artists', () => {
  it.each(takenArtists.map((row, place) => [...row, place] as const))('%s gives %s: %s', (...row) => {
    const [pass, method, , typed, , place] = row;
    const { result, chosen } = askExplained(resolver, typed, titleOf(place));
    expect(chosen).toMatchObject({ artist_pass: pass, title_pass: 'exact', external_id: String(place + 1) });
    expect(result).toMatchObject({ kind: 'single_artist', method });
  });

  const refusals = refusedArtists.map(([pass, why, typed, , instead], place) => ({ pass, why, typed, instead, place }));
  it.each(refusals)('$pass refuses: $why', ({ pass, typed, instead = null, place }) => {
    const at = takenArtists.length + place;
    const { albums, chosen } = askExplained(resolver, typed, titleOf(at));
    expect(chosen?.artist_pass ?? null).toBe(instead);
    if (chosen) expect(chosen.external_id).toBe(String(at + 1));
    expect(albums.map((album) => album.artist_pass)).not.toContain(pass);
  });

  it('has a row that it takes and one that it refuses', () => {
    const names = artistPasses.map(({ name }) => name).toSorted();
    expect([...new Set(takenArtists.map(([pass]) => pass))].toSorted()).toEqual(names);
    expect([...new Set(refusedArtists.map(([pass]) => pass))].toSorted()).toEqual(names);
  });
});

describe('the role of an equal name', () => {
  const evidence = (role: NameRole): NameEvidence => ({
    artist: 1,
    role,
    text: 'Can',
    typed: 'can',
    form: 'match',
    rewriting: 'as_typed',
    level: 'equal',
    similarity: 1,
  });

  it.each<[NameRole, string]>([
    ['preferred', 'exact'],
    ['variation', 'name_variation'],
    ['credit', 'name_variation'],
    ['sort_name', 'name_variation'],
    ['alias', 'alias'],
    ['member', 'member_group'],
    ['group', 'member_group'],
  ])('%s is taken by %s', (role, pass) => {
    expect(artistPasses.find((each) => each.accepts(evidence(role)))?.name).toBe(pass);
  });

  it.each<[NameRole, string]>([
    ['alias', 'alias'],
    ['member', 'member_group'],
    ['group', 'member_group'],
  ])('%s is taken by %s however the whole name was reached, and by nothing in a part', (role, pass) => {
    for (const rewriting of artistRewritings) {
      const taking = artistPasses.filter((each) => each.accepts({ ...evidence(role), rewriting }));
      expect(taking.map(({ name }) => name)).toEqual(rewriting === 'part' ? [] : [pass]);
    }
  });
});
