import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyName } from './arbitrary-name.ts';
import { isAscii } from './ascii.ts';
import { asciiForm } from './ascii-form.ts';

it.each([
  ['Cyrillic', 'Молчат Дома', 'molchat doma'],
  ['ё reads yo', 'Ёлка Алёна', 'yolka alyona'],
  ['й reads y', 'Цой', 'tsoy'],
  ['ideographs are words', '細野晴臣', 'xi ye qing chen'],
  ['kana are not', 'げんまい茶', 'genmaicha'],
  ['Greek', 'Στελλάς', 'stellas'],
  ['Hangul', '한국어', 'hangugeo'],
  ['letters the match form keeps', 'Weiß Łona Øde Đorđe Aşıq', 'weiss lona ode dorde asiq'],
  ['pictures go', '☆ Stars ☆', 'stars'],
  ['quotation marks', '“Heroes”', '"heroes"'],
  ['ASCII is its match form', 'The  Fall', 'the fall'],
  ['pictures alone leave nothing', '👨‍👩‍👧', ''],
])('%s', (_why, text, expected) => {
  expect(asciiForm(text)).toBe(expected);
});

it('is lower-case ASCII', () => {
  fc.assert(fc.property(anyName, (name) => isAscii(asciiForm(name)) && !/[A-Z]/.test(asciiForm(name))));
});
