import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutEdition } from './edition-suffix.ts';

describe('withoutEdition', () => {
  it.each([
    ['an edition', 'kid a deluxe edition', 'kid a'],
    ['an edition with a year', 'pet sounds 50th anniversary edition', 'pet sounds'],
    ['an edition of a country', 'on the corner japanese edition', 'on the corner'],
    ['a remaster', 'remain in light 2005 remaster', 'remain in light'],
    ['bonus tracks', 'rumours bonus tracks', 'rumours'],
    ['several of them', 'rumours super deluxe', 'rumours'],
    ['a carrier', 'loveless lp', 'loveless'],
    ['a carrier in inches', 'blue monday 12 inch', 'blue monday'],
    ['a size alone', 'blue monday 12', 'blue monday'],
    ['a short play', 'selected works ep', 'selected works'],
    ['a single', 'dummy cd single', 'dummy'],
    ['carrier upon carrier', 'kid a 2lp vinyl', 'kid a'],
    ['carrier and edition', 'pet sounds mono edition ep', 'pet sounds'],
    ['a soundtrack', 'superfly soundtrack', 'superfly'],
    ['a soundtrack in full', 'drive original motion picture soundtrack', 'drive'],
    ['a soundtrack in short', 'blade runner ost', 'blade runner'],
    ['music from a film', 'harder they come music from the film soundtrack', 'harder they come'],
  ])('takes off %s', (_what, key, plain) => {
    expect(withoutEdition(key)).toBe(plain);
  });

  it.each([
    ['a title', 'loveless'],
    ['a year alone', '1999'],
    ['a year at the end', 'live 1999'],
    ['an edition that is all there is', 'remastered'],
    ['a carrier that is all there is', 'lp'],
    ['a soundtrack that is all there is', 'soundtrack'],
    ['a carrier at the start', 'vinyl days'],
    ['a word that ends like one', 'step'],
    ['nothing', ''],
  ])('leaves %s', (_what, key) => {
    expect(withoutEdition(key)).toBeNull();
  });

  it('leaves the start of the key, with nothing more to take off', () => {
    const words =
      'kid a deluxe edition remaster 1999 2005 ep lp 12 inch music from the original soundtrack cd single mono';
    const key = fc.array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(key, (chosen) => {
        const text = chosen.join(' ');
        const plain = withoutEdition(text);
        if (plain === null) return;
        expect(plain).not.toBe('');
        expect(text.startsWith(`${plain} `)).toBe(true);
        expect(withoutEdition(plain)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
