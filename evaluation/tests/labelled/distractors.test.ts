import { describe, expect, it } from 'vitest';
import { isDistractor, makeDistractors } from '../../src/labelled/distractors.ts';
import { AlbumList } from '../../src/labelled/same-album.ts';

const albums = Array.from({ length: 60 }, (_, place) => ({
  artist: place % 10 === 0 ? '' : `Group${place % 20} Band${place % 20}`,
  title: `Title${place} Side${place}`,
}));

describe('makeDistractors', () => {
  it('makes as many as asked, none of them a real album, each with an artist', () => {
    const known = new AlbumList(albums);
    const made = [...makeDistractors(albums, 500)];
    expect(made).toHaveLength(500);
    expect(new Set(made.map(({ id }) => id)).size).toBe(500);
    for (const { id, artist, title } of made) {
      expect(isDistractor(id)).toBe(true);
      expect(artist).not.toBe('');
      expect(known.has(artist, title ?? '')).toBe(false);
    }
  });

  it('makes the same ones again', () => {
    expect([...makeDistractors(albums, 50)]).toEqual([...makeDistractors(albums, 50)]);
  });

  it('exchanges a word in about half of them', () => {
    const titles = new Set(albums.map(({ title }) => title));
    const artists = new Set(albums.map(({ artist }) => artist));
    const made = [...makeDistractors(albums, 1000)];
    const whole = made.filter(({ artist, title }) => titles.has(title ?? '') && artists.has(artist)).length;
    expect(whole).toBeGreaterThan(400);
    expect(whole).toBeLessThan(700);
  });
});
