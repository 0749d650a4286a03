import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../compare/edit-distance.ts';
import { plainName } from './arbitrary-name.ts';
import { classifyCompilation, isUnusableArtist } from './classify-compilation.ts';
import { detectCompilation } from './compilation.ts';

interface Slip {
  readonly place: number;
  readonly how: string;
  readonly letter: string;
}

function slipIn(text: string, { place, how, letter }: Slip): string {
  const [before, here, next, after] = [
    text.slice(0, place),
    text.charAt(place),
    text.charAt(place + 1),
    text.slice(place + 2),
  ];
  if (how === 'add') return before + letter + here + next + after;
  if (how === 'swap') return before + next + here + after;
  return before + (how === 'drop' ? '' : letter) + next + after;
}

describe('detectCompilation', () => {
  it.each([
    ...['Various', 'VARIOUS', 'various', 'Soundtrack', 'Compilation', 'Various Artists', 'Various Artists-Rock-Y'],
    ...[
      'Various Artists - Rock - S',
      'V/A',
      'v/a - jazz',
      'V.A.',
      'V.A',
      'Soundtracks',
      'Soundtracks - B',
      'Soundtracks_B',
    ],
  ])('says yes to %j', (name) => {
    expect(detectCompilation(name)).toBe(true);
  });

  it.each([
    ...[
      'The Various',
      'Various Production',
      'Various Cruelties',
      'Soundtrack of Our Lives',
      'The Soundtrack of Our Lives',
    ],
    ...['Original Motion Picture Soundtrack', 'Compilation Hits', 'Compilations', 'Stereolab', '', ' various', 'VA'],
    ...['Various Artistsé', 'Various Artists2', 'V/Art', 'V.Ampire', 'Soundtracks𝐀'],
  ])('says no to %j', (name) => {
    expect(detectCompilation(name)).toBe(false);
  });
});

describe('classifyCompilation by name', () => {
  it.each([
    ...[
      'Various',
      'various artist',
      'Various  Artists',
      'V A',
      'V/A',
      'V.A.',
      'v-a',
      'Varios',
      'Varios Artistas',
      'Vários',
    ],
    ...[
      'vários artistas',
      'Artistes Divers',
      'Diverse Artiesten',
      'Diverse Interpreten',
      'Verschiedene',
      'AA.VV.',
      'aavv',
    ],
    ...[
      'Verschiedene Interpreten',
      'Verschiedene Künstler',
      'Artisti Vari',
      'Разные исполнители',
      'Compilation',
      'O.S.T.',
    ],
    ...['Compilations', 'Soundtrack', 'Soundtracks', 'Original Soundtrack', 'Original Motion Picture Soundtrack'],
    ...[
      'Unknown Artists',
      'No Artist',
      '(Various)',
      '[V.A.]',
      '**Various Artists**',
      '\u00A0Various\u00A0Artists',
      'Ｖ／Ａ',
    ],
  ])('%j is a heading', (name) => {
    expect(classifyCompilation(name)).toEqual({ compilation: 'yes', signal: 'name' });
  });

  it.each(['Various Artists - Rock - S', 'Various Artist: Jazz', 'V/A (Folk)', 'V.A. Rock', 'Soundtracks - D'])(
    '%j begins with one',
    (name) => {
      expect(classifyCompilation(name)).toEqual({ compilation: 'yes', signal: 'name_prefix' });
    },
  );

  it.each(['VA', 'va', '[VA]', 'OST', 'Divers', 'diverse'])('%j is a short form', (name) => {
    expect(classifyCompilation(name)).toEqual({ compilation: 'weak', signal: 'short_name' });
  });

  it.each([
    ...['Vairous Artists', 'VARIUOS ARTISTS', 'Varius Artist', 'Various Artistes', 'Various Artsits - Rock - S'],
    ...['Soundtracs', 'Soundtrakcs', 'Sound Tracks', 'Soundtracts - B', '[Varous Artists]'],
  ])('%j is a heading with a slip or two', (name) => {
    expect(classifyCompilation(name)).toEqual({ compilation: 'weak', signal: 'mistyped_name' });
  });

  it('sees two slips in the long heading wherever they are', () => {
    const place = fc.nat(15);
    const slip = fc.record({
      place,
      how: fc.constantFrom('drop', 'add', 'replace', 'swap'),
      letter: fc.constantFrom(...'qxz'),
    });
    fc.assert(
      fc.property(slip, slip, (first, second) => {
        const typed = [first, second].reduce(slipIn, 'various artists');
        // A slip within another is more than two.
        fc.pre(editDistance(typed.trim(), 'various artists', 2) <= 2);
        expect(classifyCompilation(typed).compilation).not.toBe('no');
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['Precious Artists', 'Notorious Artists', 'Sundtraks', 'Soundwaves', 'Starious', 'Vayrious Artsts 2'])(
    '%j is too far from any heading',
    (name) => {
      expect(classifyCompilation(name)).toEqual({ compilation: 'no', signal: null });
    },
  );

  it.each([
    ...[
      'The Various',
      'Various Production',
      'Various Cruelties',
      'The Soundtrack of Our Lives',
      'Soundtrack of Our Lives',
    ],
    ...[
      'Compilation Hits',
      'OST+FRONT',
      'Oomph VA',
      'VA Beach',
      'Diverse Sounds',
      'Stereolab',
      'Null',
      'Varios Latinos',
    ],
  ])('%j is an artist', (name) => {
    expect(classifyCompilation(name)).toEqual({ compilation: 'no', signal: null });
  });

  it.each(['', '  ', '\u200B', 'NULL', ' NULL '])('%j is no name at all', (name) => {
    expect(classifyCompilation(name)).toEqual({ compilation: 'no', signal: 'unusable_artist' });
    expect(isUnusableArtist(name)).toBe(true);
  });
});

describe('classifyCompilation with hints', () => {
  const yes = (signal: string) => ({ compilation: 'yes', signal });
  const no = { compilation: 'no', signal: null };

  it.each([
    ['the library says so', 'Stereolab', { is_compilation: true }, yes('library_flag')],
    ['a heading outweighs a flag left at its default', 'Various', { is_compilation: false }, yes('name')],
    ['a short form does not', 'VA', { is_compilation: false }, no],
    ['nor does a mistyped heading', 'Vairous Artists', { is_compilation: false }, no],
    [
      'on shelf Z a mistyped heading is no surer than any name',
      'Vairous Artists',
      { shelf_code: 'Z' },
      { compilation: 'weak', signal: 'shelf_code' },
    ],
    [
      'shelf Z alone is not certain',
      'Frank Zappa',
      { shelf_code: 'ZAP' },
      { compilation: 'weak', signal: 'shelf_code' },
    ],
    ['with a short form it is', 'OST', { shelf_code: 'Z' }, yes('shelf_code')],
    ['and with no name', '', { shelf_code: ' z 12' }, yes('shelf_code')],
    ['other shelves say nothing', 'Stereolab', { shelf_code: 'STE' }, no],
    ['nulls are no hints', 'Stereolab', { is_compilation: null, shelf_code: null }, no],
  ])('%s', (_why, name, hints, verdict) => {
    expect(classifyCompilation(name, hints)).toEqual(verdict);
  });
});

it('gives a plain name the verdict that it has in brackets', () => {
  const name = fc.oneof(
    plainName,
    fc.constantFrom('Various', 'VA', 'Vairous Artists', 'Soundtrack', 'Stereolab', 'OST'),
  );
  fc.assert(
    fc.property(name, (text) => {
      fc.pre(text !== 'NULL');
      expect(classifyCompilation(text)).toEqual(classifyCompilation(`[${text}]`));
    }),
    { numRuns: 1_000, examples: [['Various'], ['Soundtracks'], ['Sountracks']] },
  );
});
