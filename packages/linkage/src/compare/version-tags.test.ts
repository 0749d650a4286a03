import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type VersionLevel, versionTags, versionTagsByRule } from './version-tags.ts';

describe('versionTags', () => {
  it.each([
    ['Live at the Apollo', ['live']],
    ['MTV Unplugged in New York', ['live']],
    ['Ao Vivo', ['live']],
    ['Ｌｉｖｅ in Japan', ['live']],
    ['Super Ape Dub', ['remix']],
    ['Homogenic (Remixes)', ['remix']],
    ['Instrumentals', ['instrumental']],
    ['Acoustic Demos', ['acoustic', 'demo']],
    ['Karaoke Hits', ['karaoke']],
    ['A Tribute to Can', ['tribute']],
    ['Covers', ['cover']],
    ['The Peel Sessions', ['session']],
    ['Drive (Original Motion Picture Soundtrack)', ['soundtrack']],
    ['The Complete Recordings', ['collection']],
    ['Rare B-Sides', ['rarities']],
    ['Nuggets, Vol. 2', ['series 2']],
    ['Nuggets Volume Two', ['series 2']],
    ['Chapter IV', ['series 4']],
    ['Part 2 and Part X', ['series 10', 'series 2']],
    ['Live Live Live, Pt. 1', ['live', 'series 1']],
  ])('of %j are %j', (title, tags) => {
    expect(versionTags(title)).toEqual(tags);
  });

  it.each([
    ...['Oliver', 'Alive', 'Undercover', 'Boxer', 'Dubnobasswithmyheadman', 'Book of Love', 'Remain in Light', ''],
    ...['Rumours (Deluxe Edition)', 'Loveless (Remastered)', 'Kid A'],
  ])('%j says nothing', (title) => {
    expect(versionTags(title)).toEqual([]);
  });
});

describe('compareVersions', () => {
  it.each<[string, string, VersionLevel]>([
    ['Pink Moon', 'Five Leaves Left', 'unsaid'],
    ['Rumours (Deluxe Edition)', 'Rumours', 'unsaid'],
    ['Live at Leeds', 'Live at Leeds (25th Anniversary)', 'same'],
    ['Homogenic Live', 'Homogenic', 'extra'],
    ['Homogenic', 'Homogenic Live', 'lacking'],
    ['Homogenic Live', 'Homogenic Remixes', 'different'],
    ['Nuggets, Vol. 2', 'Nuggets, Vol. 3', 'different'],
    ['Nuggets', 'Nuggets, Vol. 2', 'lacking'],
    ['Nuggets, Vol. 2', 'Nuggets Volume Two', 'unsaid'],
    ['Nuggets, Vol. 2', 'Nuggets 2', 'unsaid'],
    ['Live, Vol. 2', 'Live II', 'same'],
  ])('of %j and %j', (a, b, level) => {
    expect(compareVersions(a, b)).toBe(level);
  });

  it('is its own mirror', () => {
    const words = 'Live Remix Demos Vol. Part 1 2 Two II Homogenic Nuggets'.split(' ');
    const title = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((chosen) => chosen.join(' '));
    const mirror = { same: 'same', unsaid: 'unsaid', extra: 'lacking', lacking: 'extra', different: 'different' };
    fc.assert(
      fc.property(title, title, (a, b) => {
        expect(compareVersions(b, a)).toBe(mirror[compareVersions(a, b)]);
        expect(['same', 'unsaid']).toContain(compareVersions(a, a));
        expect(compareVersions(a, a)).toBe(compareVersions(a, `${a}!`));
      }),
      { numRuns: 1_000 },
    );
  });
});

it('takes its short cuts only where the rule gives the same', () => {
  const words =
    'live Live unplugged in concert en vivo directo remix remixes reworked dub dubs versions instrumentals demo covers session ost original score box set complete b-sides outtakes vol. 2 pt ii part no 1 series three north host _live_ rock'.split(
      ' ',
    );
  const title = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '-', '_', '(', ') ', '.', ', ')), { maxLength: 6 })
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(fc.oneof(title, fc.string({ unit: 'binary', maxLength: 20 })), (text) => {
      expect(versionTags(text)).toEqual(versionTagsByRule(text));
    }),
    { numRuns: 3_000 },
  );
});
