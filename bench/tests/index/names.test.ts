import { expect, it } from 'vitest';
import { Names } from '../../src/index/names.ts';
import { drawTyped, kinds } from '../../src/index/typed-queries.ts';

const names = new Names(20_000, 7);
const all = Array.from({ length: names.count }, (_, number) => names.at(number));

it('makes the same names for the same seed, and others for another', () => {
  const again = new Names(20_000, 7);
  const other = new Names(20_000, 8);
  for (const number of [19_999, 5, 0, 777]) expect(again.at(number)).toBe(all[number]);
  expect(all.filter((name, number) => other.at(number) === name).length).toBeLessThan(200);
});

it('makes names of many scripts, of which some are shared', () => {
  const foreign = all.filter((name) => /[^ -~]/.test(name)).length / all.length;
  expect(foreign).toBeGreaterThan(0.1);
  expect(foreign).toBeLessThan(0.13);
  const shared = 1 - new Set(all).size / all.length;
  expect(shared).toBeGreaterThan(0.16);
  expect(shared).toBeLessThan(0.35);
  expect(all.every((name) => name === name.trim() && !name.includes('  ') && name !== '')).toBe(true);
});

it('mistypes names as each kind says, never into another name', () => {
  const known = new Set(all);
  for (const kind of kinds) {
    const drawn = drawTyped(names, { kind, count: 200, seed: 3 }, (key) => known.has(key));
    expect(drawn).toEqual(drawTyped(names, { kind, count: 200, seed: 3 }, (key) => known.has(key)));
    for (const { typed, meant } of drawn) {
      expect(known.has(typed)).toBe(false);
      expect(meant === null ? kind : known.has(meant)).toBe(meant === null ? 'absent' : true);
      const words = (text: string | null) => (text ?? '').split(' ').sort();
      if (kind === 'word order') expect(words(typed)).toEqual(words(meant));
      if (kind === 'missing word') expect(words(typed).length).toBe(words(meant).length - 1);
    }
  }
});
