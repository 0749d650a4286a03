import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName, plainName } from '../normalise/arbitrary-name.ts';
import { artistKey, titleKey } from '../normalise/keys.ts';
import { isSelfTitled, type TitleRewriting, titleVariants, titleVariantsByRule } from './title-variants.ts';

const spellingsOf = (title: string, artist: string) =>
  titleVariants(title, artist).map(({ rewriting, key }) => [rewriting, key]);

describe('isSelfTitled', () => {
  it.each(['S/T', 's/t', 'S.T.', 'Self-Titled', 'self titled', 'Same', 'Stereolab (s/t)', 'Stereolab [Self-Titled]'])(
    '%j is',
    (title) => {
      expect(isSelfTitled(title)).toBe(true);
    },
  );

  it.each(['Stereolab', 'Self', 'Same Old Blues', 'Self-Titled Demo', 'St. Elsewhere', ''])('%j is not', (title) => {
    expect(isSelfTitled(title)).toBe(false);
  });
});

describe('titleVariants', () => {
  it.each([
    [
      'a plain title, alone and with its artist',
      'Kid A',
      'radiohead',
      [
        ['as_typed', 'kid a'],
        ['with_artist', 'radiohead kid a'],
        ['with_artist', 'kid a radiohead'],
      ],
    ],
    ['without an artist, alone', 'Kid A', '', [['as_typed', 'kid a']]],
    ['no title, no spelling', '', 'radiohead', []],
    ['self-titled by nobody, as typed', 'S/T', '', [['as_typed', 'st']]],
    [
      'a carrier comes off before the artist goes on',
      'Loveless LP',
      'my bloody valentine',
      [
        ['as_typed', 'loveless lp'],
        ['without_edition', 'loveless'],
        ['with_artist', 'my bloody valentine loveless'],
        ['with_artist', 'loveless my bloody valentine'],
      ],
    ],
    [
      'an artist before a colon is no main title',
      'Stereolab: Peng! EP',
      'stereolab',
      [
        ['as_typed', 'stereolab peng ep'],
        ['without_edition', 'stereolab peng'],
        ['without_artist', 'peng'],
        ['with_artist', 'stereolab stereolab peng'],
        ['with_artist', 'stereolab peng stereolab'],
        ['without_artist', 'peng ep'],
      ],
    ],
    [
      'a subtitle comes off last',
      'Low - A New Career',
      'david bowie',
      [
        ['as_typed', 'low a new career'],
        ['with_artist', 'david bowie low a new career'],
        ['with_artist', 'low a new career david bowie'],
        ['main_title', 'low'],
      ],
    ],
  ])('%s', (_why, title, artist, spellings) => {
    expect(spellingsOf(title, artist)).toEqual(spellings);
  });

  it.each<[string, string, string, [TitleRewriting, string]]>([
    ['the artist for S/T', 'S/T', 'stereolab', ['self_titled', 'stereolab']],
    ['the artist for a title that says so', 'Stereolab (Self-Titled)', 'stereolab', ['self_titled', 'stereolab']],
    ['misread letters', 'D√©j√† Vu', 'crosby', ['repaired', 'deja vu']],
    ['the edition without brackets', "Who's Next Deluxe", 'who', ['without_edition', 'whos next']],
    ['a group that is part of the title', 'Album (Something)', 'pil', ['without_edition', 'album something']],
    ['a title without guests', 'Crazy in Love feat. Jay-Z', 'beyonce', ['without_edition', 'crazy in love']],
    ['numbers as digits', 'Nuggets Volume Two', 'various', ['respelled', 'nuggets vol 2']],
    ['words run together', 'DotsAndLoops', 'stereolab', ['respelled', 'dots and loops']],
    ['the artist before a title', 'Stereolab Peng!', 'stereolab', ['without_artist', 'peng']],
    ['the artist before a title with its article', 'Stereolab The Peng', 'stereolab', ['without_artist', 'peng']],
    ['the artist behind a title', 'Live at Leeds Who', 'who', ['without_artist', 'live at leeds']],
    ['the start of a title with a slash', 'Hits / Best Of', 'abba', ['main_title', 'hits']],
  ])('finds %s', (_what, title, artist, spelling) => {
    expect(spellingsOf(title, artist)).toContainEqual(spelling);
  });

  it.each([
    ['an artist whose name only begins the word', 'Whole Lotta Red', 'who'],
    ['a hyphen inside a word', 'Self-Portrait', 'bob dylan'],
    ['a colon inside a word', '4:44', 'jay z'],
  ])('does not part %s', (_what, title, artist) => {
    const rewritings = titleVariants(title, artist).map(({ rewriting }) => rewriting);
    expect(rewritings).toEqual(['as_typed', 'with_artist', 'with_artist']);
  });

  it('gives each key once, none empty, and the title as typed first', () => {
    fc.assert(
      fc.property(anyName, anyName, (title, name) => {
        const variants = titleVariants(title, artistKey(name));
        const keys = variants.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain('');
        if (titleKey(title) === '' || isSelfTitled(title)) return;
        expect(variants[0]).toEqual({ rewriting: 'as_typed', key: titleKey(title) });
      }),
      { numRuns: 1_000 },
    );
  });
});

it('takes no short cut that the rule does not', () => {
  fc.assert(
    fc.property(fc.oneof(plainName, anyName), fc.oneof(plainName, anyName), (title, name) => {
      expect(titleVariants(title, artistKey(name))).toEqual(titleVariantsByRule(title, artistKey(name)));
    }),
    { numRuns: 2_000 },
  );
});
