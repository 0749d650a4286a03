import { beforeAll, describe, expect, it } from 'vitest';
import { titlePasses } from '../../src/cascade/passes.ts';
import type { Resolver } from '../../src/resolver.ts';
import { askExplained } from './ask-explained.ts';
import { makeDiscogsResolver } from './discogs-dump.ts';

type Taken = readonly [pass: string, method: string, why: string, typed: string, record: string, artist?: string];
type Refused = readonly [
  pass: string,
  why: string,
  typed: string,
  record: string,
  instead?: string | undefined,
  artist?: string,
];

const taken: readonly Taken[] = [
  ['exact', 'exact_match', 'marks and case aside', 'DOTS & LOOPS', 'Dots and Loops'],
  ['equal_key', 'exact_match', 'UTF-8 read as Mac Roman, put right', 'D√©j√† Vu', 'Déjà Vu'],
  ['equal_key', 'exact_match', 'a tag in brackets', 'Jailbreak (Deluxe)', 'Jailbreak'],
  ['self_titled', 'exact_match', 's/t', 's/t', 'Weezer', 'Weezer'],
  ['edition_suffix', 'name_variation', 'an edition without brackets', 'Overkill Remastered', 'Overkill'],
  ['edition_suffix', 'name_variation', 'a carrier', 'Loveless LP', 'Loveless'],
  ['edition_suffix', 'name_variation', 'an edition that the record names', 'Bookends', 'Bookends Deluxe Edition'],
  ['edition_suffix', 'name_variation', 'a guest', 'Lemonade feat. Nobody', 'Lemonade'],
  ['edition_suffix', 'name_variation', 'numbers in one spelling', 'Nuggets Volume Two', 'Nuggets Vol. 2'],
  ['with_artist', 'name_variation', 'the artist put to it', 'II', 'Led Zeppelin II', 'Led Zeppelin'],
  ['with_artist', 'name_variation', 'the artist taken from it', 'Stereolab: Peng!', 'Peng!', 'Stereolab'],
  ['transliteration', 'trigram', 'another script', 'Etazhi', 'Этажи'],
  ['transliteration', 'trigram', 'words run together', 'Die Menschmaschine', 'Die Mensch-Maschine'],
  ['lost_letters', 'trigram', 'a question mark for a letter', 'Surfer R?sa', 'Surfer Rosa'],
  ['rewritten', 'trigram', 'a Roman number', 'Songs of Faith 2', 'Songs of Faith II'],
  ['rewritten', 'trigram', 'a small word', 'Take It From a Man', 'Take It From the Man'],
  ['one_edit', 'trigram', 'a slip', 'Painles', 'Painless'],
  ['reordered', 'trigram', 'words in another order', 'Big Red Barn Songs', 'Songs Big Red Barn'],
  ['two_edits', 'trigram', 'two slips', 'Dolman Musik', 'Dolmen Music'],
  [
    'very_close',
    'trigram',
    'three slips in forty',
    'Lift Yr Skinny Fists Like Antenas to Heaven',
    'Lift Your Skinny Fists Like Antennas to Heaven',
  ],
  ['close', 'trigram', 'three slips in twenty-one', 'Endles Sumer Nigths', 'Endless Summer Nights'],
  ['begun', 'trigram', 'cut short by a word', 'Songs From the Big', 'Songs From the Big Chair'],
];

/** A like title with words more or less is nothing by itself, but the year may make it enough. */
const takenWithYear: readonly Taken[] = [
  ['contained', 'trigram', 'a word left out', 'Odds Tomorrow', 'Odds Against Tomorrow'],
  ['near', 'trigram', 'four slips in twenty-two', 'Hary Haller Knights', 'Harry Hallers Nightss'],
];

const refused: readonly Refused[] = [
  ['exact', 'a tag in brackets', 'Drukqs (Reissue)', 'Drukqs', 'equal_key'],
  ['equal_key', 'an edition without brackets', 'Homogenic Reissue', 'Homogenic', 'edition_suffix'],
  ['self_titled', 'an artist who has another album', 's/t', 'Pinkerton'],
  ['edition_suffix', 'a live album is another', 'Catch a Fire Live', 'Catch a Fire'],
  ['edition_suffix', 'another volume', 'Pebbles Vol. 3', 'Pebbles Vol. 2'],
  ['with_artist', 'a name that only begins a word', 'Canterbury Moods', 'Moods', undefined, 'Can'],
  ['main_title', 'a hyphen inside a word', 'Self-Portrait', 'Self'],
  ['transliteration', 'three Latin letters', 'Dom', 'Дом'],
  ['lost_letters', 'another letter is wrong too', 'L?w Spork of Heels', 'Low Spark of Heels', 'two_edits'],
  ['rewritten', 'another number', 'Presence III', 'Presence II'],
  ['one_edit', 'three letters', 'Kot', 'Kok'],
  ['one_edit', 'the first of four letters', 'Rack', 'Back'],
  ['reordered', 'two words', 'Listening Deep', 'Deep Listening'],
  ['two_edits', 'six letters', 'Lumens', 'Lemons'],
  [
    'very_close',
    'three slips in twenty-five',
    'Harmonny in Ultraviollet Bandz',
    'Harmony in Ultraviolet Bands',
    'close',
  ],
  ['close', 'four slips in twenty', 'Trilogy de la Morte', 'Trilogie de la Mort'],
  ['begun', 'three words of six missing', 'Songs From the', 'Songs From the Big Chair Again'],
  ['contained', 'a word more and a word less', 'Little Boy Blue', 'Little Girl Blue'],
  ['near', 'nothing in common', 'Tusk and Bone', 'Rumours of Rain'],
];

/** Artists of one record each, and of names unlike each other: the title alone is in question. */
const artists =
  'Stockhausen Brötzmann Coltrane Dibango Eno Fripp Gillespie Hancock Ikeda Jobim Kuti Lacy Mingus Nurse Oliveros Parker Quine Radigue Sharrock Tudor Ulmer Vega Wyatt Xenakis Youngs Zappa Ayler Basinski Cardew Dockstader Eliasson Fennesz Galás Henry Ibarra Jarrell Kagel Ligeti Murail Nancarrow Ono Partch Reich Scelsi Takemitsu Ustvolskaya'.split(
    ' ',
  );
const records = [
  ...[...taken, ...takenWithYear].map(([, , , , title, artist]) => ({ title, artist })),
  ...refused.map(([, , , title, , artist]) => ({ title, artist })),
].map(({ title, artist }, place) => ({ title, artist: artist ?? artists[place] ?? `Nobody ${place}` }));

let resolver: Resolver;
beforeAll(async () => {
  resolver = await makeDiscogsResolver({
    artists: records.map(({ artist: name }, place) => ({ id: place + 1, name })),
    releases: records.map(({ artist, title }, place) => ({
      id: place + 1,
      artist: [place + 1, artist],
      title,
      year: 1984,
    })),
  });
});

const ask = (place: number, title: string, year: number | null = null) =>
  askExplained(resolver, records[place]?.artist ?? '', title, { year });

describe('a pass for titles', () => {
  it.each(taken.map(([pass, method, why, typed], place) => ({ pass, method, why, typed, place })))(
    '$pass gives $method: $why',
    ({ pass, method, typed, place }) => {
      const { result, chosen } = ask(place, typed);
      expect(chosen).toMatchObject({ artist_pass: 'exact', title_pass: pass, external_id: String(place + 1) });
      expect(result).toMatchObject({ kind: 'single_artist', method });
    },
  );

  it.each(takenWithYear.map(([pass, method, why, typed], place) => ({ pass, method, why, typed, place })))(
    '$pass needs the year to be taken: $why',
    ({ pass, method, typed, place }) => {
      const at = taken.length + place;
      const alone = ask(at, typed);
      expect(alone.chosen).toBeNull();
      expect(alone.albums[0]).toMatchObject({ title_pass: pass, external_id: String(at + 1) });
      const dated = ask(at, typed, 1984);
      expect(dated.chosen).toMatchObject({ title_pass: pass, external_id: String(at + 1) });
      expect(dated.result.provenance.find(({ source }) => source === 'discogs_release')?.method).toBe(method);
    },
  );

  it.each(refused.map(([pass, why, typed, , instead = null], place) => ({ pass, why, typed, instead, place })))(
    '$pass refuses: $why',
    ({ pass, typed, instead, place }) => {
      const at = taken.length + takenWithYear.length + place;
      const { albums, chosen } = ask(at, typed);
      expect(chosen?.title_pass ?? null).toBe(instead);
      if (chosen) expect(chosen.external_id).toBe(String(at + 1));
      expect(albums.map((album) => album.title_pass)).not.toContain(pass);
    },
  );

  it('main_title leads to a candidate with what stands before a subtitle, too little to be taken', async () => {
    const go = await makeDiscogsResolver({
      artists: [{ id: 1, name: 'Goon' }],
      releases: [{ id: 1, artist: [1, 'Goon'], title: 'XX' }],
    });
    const { albums, chosen } = askExplained(go, 'Goon', 'XX: The Film');
    expect(albums.map((album) => [album.title_pass, album.external_id])).toEqual([['main_title', '1']]);
    expect(chosen).toBeNull();
  });

  it('has a row that it takes and one that it refuses', () => {
    const names = titlePasses.map(({ name }) => name).toSorted();
    const [takes, refuses] = [[...taken, ...takenWithYear], refused].map((rows) => rows.map(([pass]) => pass));
    expect([...new Set([...(takes ?? []), 'main_title'])].toSorted()).toEqual(names);
    expect([...new Set(refuses)].toSorted()).toEqual(names);
  });
});
