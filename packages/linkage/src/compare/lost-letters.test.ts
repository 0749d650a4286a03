import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName } from '../normalise/arbitrary-name.ts';
import { titleKey } from '../normalise/keys.ts';
import { equalButLostLetters, LOST_LETTER, markLostLetters } from './lost-letters.ts';

describe('markLostLetters', () => {
  it.each([
    ['inside a word', 'Na?ve', 'Naꙮve'],
    ['more than one', 'M?t?rhead', 'Mꙮtꙮrhead'],
    ['side by side', 'M??tley', 'Mꙮꙮtley'],
    ['before a small letter', '?lafur Arnalds', 'ꙮlafur Arnalds'],
    ['in a later word', 'Sigur R?s', 'Sigur Rꙮs'],
    ['the replacement character, also at the end', 'Beyonc\u{FFFD}', 'Beyoncꙮ'],
    ['the replacement character at the start', '\u{FFFD}tta', 'ꙮtta'],
  ])('marks %s', (_where, text, marked) => {
    expect(markLostLetters(text)).toBe(marked);
  });

  it.each(['Who?', 'Who? Me', 'Hüsker D?', '? and the Mysterians', '???', '?!', 'Stereolab', ''])(
    'leaves the question of %j',
    (text) => {
      expect(markLostLetters(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    const broken = fc.array(fc.oneof(anyName, fc.constantFrom('?', '??', '\u{FFFD}')), { maxLength: 5 });
    fc.assert(
      fc.property(broken, (parts) => {
        const marked = markLostLetters(parts.join(''));
        expect(markLostLetters(marked)).toBe(marked);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('equalButLostLetters', () => {
  it.each([
    ['one letter', 'naꙮve', 'naive', true],
    ['every lost letter', 'mꙮtꙮrhead', 'motorhead', true],
    ['two letters for æ', 'cꙮsar', 'caesar', true],
    ['two letters for œ', 'ꙮuvre', 'oeuvre', true],
    ['an e that stands by itself', 'gꙮez', 'goez', true],
    ['a letter and a ligature', 'nꙮel cꙮsar', 'noel caesar', true],
    ['nothing lost', 'stereolab', 'stereolab', true],
    ['another letter beside it', 'naꙮve', 'naivy', false],
    ['a letter too few', 'naꙮve', 'nave', false],
    ['two letters that no ligature makes', 'cꙮsar', 'cuusar', false],
    ['a space', 'blackꙮbird', 'black bird', false],
    ['the rest of a longer name', 'naꙮve', 'naive art', false],
    ['a name cut short', 'naꙮve', 'nai', false],
    ['nothing for it', 'naꙮ', 'na', false],
  ])('%s: %j and %j', (_what, marked, key, equal) => {
    expect(equalButLostLetters(marked, key)).toBe(equal);
  });

  it('finds a key again whichever letter it lost', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abeiosxåйσ細'), minLength: 1, maxLength: 6 });
    const anyKey = fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => titleKey(words.join(' ')))
      .filter((key) => key !== '');
    fc.assert(
      fc.property(anyKey, fc.nat(), (key, number) => {
        const at = number % key.length;
        if (key[at] === ' ') return;
        expect(equalButLostLetters(key.slice(0, at) + LOST_LETTER + key.slice(at + 1), key)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
