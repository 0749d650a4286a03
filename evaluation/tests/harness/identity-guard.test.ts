import { createWorld } from '@deadwax/bench/world/model/world';
import { Random } from '@deadwax/bench/world/random';
import { describe, expect, it } from 'vitest';
import { judgeIdentity } from '../../src/harness/cases/identity-guard.ts';
import { KeptAlbums } from '../../src/harness/cases/kept-albums.ts';
import { AuthoredCatalogue } from '../../src/harness/catalogue/authored-catalogue.ts';
import { aim } from '../../src/harness/target.ts';

const stock = { world: createWorld({ seed: 1, artists: 10 }), worldAlbums: [], realAlbums: [] };

/** Whether `typed` (artist | title) still says `own` while `rival` is there too. */
function ask(own: string, typed: string, rival: string, missing: boolean): string {
  const catalogue = new AuthoredCatalogue(new Random(1));
  const split = (text: string) => text.split(' | ') as [artist: string, title: string];
  const add = (text: string) => {
    const [artist, title] = split(text);
    return catalogue.addAlbum([catalogue.addArtist(artist)], title);
  };
  const [album, other] = [add(own), add(rival)];
  const { row } = aim(album);
  const [artist, title] = split(typed);
  const kept = new KeptAlbums({ catalogue, withheld: new Set(missing ? album.ids : []), targets: [] }, stock);
  const after = { ...row, artist_name: artist, album_title: title };
  return judgeIdentity({ before: row, after, album, siblings: [other], missing }, kept);
}

const HARBOUR = 'Ondine | Velvet Harbour';

const table: readonly (readonly [own: string, typed: string, rival: string, missing: boolean, identity: string])[] = [
  // A slip leaves what tells it from another album.
  [HARBOUR, 'Ondine | Velvet Harbuor', 'Ondine | Northern Line', false, 'clear'],
  // Without its number it may be any volume.
  ['Ondine | Harbour Vol. 2', 'Ondine | Harbour Vol.', 'Ondine | Harbour Vol. 1', false, 'lost'],
  ['Ondine | Harbour Vol. 2', 'Ondine | Harbour Vol. Two', 'Ondine | Harbour Vol. 1', false, 'clear'],
  // Without its bracket it is the studio album.
  ['Ondine | Harbour (Live)', 'Ondine | Harbour', 'Ondine | Harbour', false, 'lost'],
  ['Ondine | Harbour', 'Ondine | Harbour', 'Ondine | Harbour (Live)', true, 'clear'],
  // One letter may belong to either of two names.
  ['Wandle | Home', 'Wandl | Home', 'Wandlas | Home', false, 'open'],
  ['Wandle | Home', 'Wandl | Home', 'Wandla | Home', false, 'lost'],
  ['Wandle | Home', 'Wandla | Home', 'Wandla | Home', false, 'lost'],
  // Homonyms with one title: nothing tells them apart.
  ['Ondine | Home', 'Ondine | Home', 'Ondine | Home', false, 'same'],
  // Of a record that is missing, a row that reads like a slip for another would be asking too much.
  [HARBOUR, HARBOUR, 'Ondine | Velvet Harbours', true, 'lost'],
  [HARBOUR, HARBOUR, 'Ondine | Velvet Harbour Lights', true, 'lost'],
  ['Ondine | Velvet Harbour Lights', 'Ondine | Velvet Harbour Lights', HARBOUR, true, 'clear'],
  ['Ondine | Harbour 3', 'Ondine | Harbour 3', 'Ondine | Harbour 2', true, 'clear'],
];

describe('identity of a degraded row', () => {
  it.each(table)('%s typed %s beside %s (missing: %s): %s', (...row) => {
    const [own, typed, rival, missing, identity] = row;
    expect(ask(own, typed, rival, missing)).toBe(identity);
  });
});
