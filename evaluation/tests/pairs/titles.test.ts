import { describe, expect, it } from 'vitest';
import {
  compareAdvisories,
  compareBases,
  compareEditions,
  compareVersions,
  numbersClash,
} from '../../src/pairs/features/compare-titles.ts';
import { parseTitle } from '../../src/pairs/features/parse-title.ts';
import { untokenise } from '../../src/pairs/features/untokenise.ts';

describe('untokenise', () => {
  it.each([
    ["I Ai n't Livin ' Long Like This", "I Ain't Livin' Long Like This"],
    ["I 'm a Machine ( feat . Ty Dolla $ ign )", "I'm a Machine (feat. Ty Dolla $ign)"],
    ['Good For You [ feat . A$ AP Rocky ]', 'Good For You [feat. A$AP Rocky]'],
    ['Greatest Hits , Vol . 1', 'Greatest Hits, Vol. 1'],
    ["From `` Step Up 3D ''", 'From "Step Up 3D"'],
    ["Emeli Sand ' ©", 'Emeli Sandé'],
    ['Emeli SandÌ ©', 'Emeli Sandé'],
    ["Where Are '`` Now", 'Where Are Ü Now'],
    ['Where Are ÌÏ Now', 'Where Are Ü Now'],
    ["El Perd ' _ n ( Forgiveness )", 'El Perd_n (Forgiveness)'],
    ['El PerdÌ_n', 'El Perd_n'],
  ])('%s', (given, expected) => {
    expect(untokenise(given)).toBe(expected);
  });
});

describe('parseTitle', () => {
  const empty = { subtitles: [], guests: [], versions: [], editions: [], advisory: null };
  it.each([
    ['Gone', { base: 'gone' }],
    ['Gone ( Album Version ( Edited ) ) [ Clean ]', { base: 'gone', advisory: 'clean' }],
    [
      'True Colors ( feat . Nicki Minaj ) [ Explicit ]',
      { base: 'true colors', guests: ['Nicki Minaj'], advisory: 'explicit' },
    ],
    [
      'Que Que feat . Maluca ( Toy Selectah Remix )',
      { base: 'que que', guests: ['Maluca'], versions: ['toy selectah remix'] },
    ],
    [
      'Gettin Over ( Feat . Chris Willis ; Continuous Mix Version )',
      { base: 'gettin over', guests: ['Chris Willis'], versions: ['continuous mix version'] },
    ],
    ['El Perd ( Forgiveness ) - Single', { base: 'el perd', subtitles: ['forgiveness'], editions: ['single'] }],
    ['Bangarang EP [ Explicit ]', { base: 'bangarang', editions: ['ep'], advisory: 'explicit' }],
    ['Caught In The Act : Live', { base: 'caught in the act', versions: ['live'] }],
    ['Greatest Hits - 18 Kids', { base: 'greatest hits 18 kids' }],
    ['Club { The Remixes } - EP', { base: 'club', versions: ['remixes'], editions: ['ep'] }],
    ['Rolling Papers ( Deluxe ) [ + Video ] [ + Digital Booklet ]', { base: 'rolling papers', editions: ['deluxe'] }],
    ['Son Of Sam ( Bonus Track )', { base: 'son of sam' }],
    [
      'That Lucky Old Sun ( Just Rolls Around ( with Willie Nelson ) )',
      { base: 'that lucky old sun', subtitles: ['just rolls around'], guests: ['Willie Nelson'] },
    ],
  ])('%s', (title, expected) => {
    expect(parseTitle(title)).toEqual({ ...empty, ...expected });
  });

  it('is silent on the advisory of a title that says both', () => {
    expect(parseTitle('Gone [ Clean ] [ Explicit ]').advisory).toBeNull();
  });
});

describe('title comparisons', () => {
  it.each([
    ['Turn Around ( 5,4,3 )', 'Turn Around', 1],
    ['Lucky Sun ( Rolls All Day )', 'Lucky Sun Rolls All Day', 1],
    ['Crack In the Pearl , Pt . II', 'Crack In the Pearl Part 2', 1],
    ['abcd', 'wxyz', 0],
  ])('bases of %s and %s', (a, b, expected) => {
    expect(compareBases(parseTitle(a), parseTitle(b))).toBe(expected);
  });

  it('sees numbers that differ', () => {
    expect(numbersClash(parseTitle('The Birds , Pt. 1'), parseTitle('The Birds Pt. 2 ( Album Version )'))).toBe(1);
    expect(numbersClash(parseTitle('The Birds , Pt. 2'), parseTitle('The Birds Pt. II'))).toBe(0);
  });

  it.each([
    // The kind of version is no likeness: what is left of each is another name.
    ['Applause ( Goldhouse Remix )', 'Applause ( Zebra Remix )', { alike: -1, isOneSided: 0 }],
    ['Applause ( Goldhouse Remix )', 'Applause [ Goldhouse Mix ]', { alike: 1, isOneSided: 0 }],
    ['Applause ( Remix )', 'Applause ( Remix )', { alike: 1, isOneSided: 0 }],
    ['Applause ( Goldhouse Remix )', 'Applause', { alike: 0, isOneSided: 1 }],
    ['Applause', 'Applause ( Album Version )', { alike: 0, isOneSided: 0 }],
  ])('versions of %s and %s', (a, b, expected) => {
    expect(compareVersions(parseTitle(a), parseTitle(b))).toEqual(expected);
  });

  it.each([
    ['Halcyon', 'Halcyon', 1, 0],
    ['Halcyon ( Deluxe Edition ) [ Explicit ]', 'Halcyon ( Deluxe ) [ Clean ]', 1, -1],
    ['Halcyon ( Deluxe ) [ Clean ]', 'Halcyon [ Clean ]', -1, 1],
  ])('editions and advisories of %s and %s', (a, b, editions, advisories) => {
    expect(compareEditions(parseTitle(a), parseTitle(b))).toBe(editions);
    expect(compareAdvisories(parseTitle(a), parseTitle(b))).toBe(advisories);
  });
});
