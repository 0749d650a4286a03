import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyName } from '../normalise/arbitrary-name.ts';
import { spaceWords } from './space-words.ts';

it.each([
  ['TheBeat', 'The Beat'],
  ['DotsAndLoops', 'Dots And Loops'],
  ['ÉliseÉmile', 'Élise Émile'],
  ['МолчатДома', 'Молчат Дома'],
])('parts the words of %j', (text, spaced) => {
  expect(spaceWords(text)).toBe(spaced);
});

it.each(['The Beat', 'Stereolab', 'ABBA', 'DJShadow', 'broadCAST', 'M.I.A.', 'Sun O)))', '細野晴臣', ''])(
  'leaves %j',
  (text) => {
    expect(spaceWords(text)).toBe(text);
  },
);

it('adds only spaces, and none the second time', () => {
  const joined = fc.array(fc.oneof(anyName, fc.constantFrom('The', 'Beat', 'Élise', 'DJ')), { maxLength: 5 });
  fc.assert(
    fc.property(joined, (parts) => {
      const text = parts.join('');
      const spaced = spaceWords(text);
      expect(spaced.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(spaceWords(spaced)).toBe(spaced);
    }),
  );
});
