import { expect, it } from 'vitest';
import { parseYear, plausibleInteger, plausibleYear } from './values.ts';

it.each([
  ['1999-03-00', 1999],
  ['2003', 2003],
  [' 2003-00-00', 2003],
  ['', null],
  ['Unknown', null],
  ['0000', null],
  ['0197', null],
  ['19991', null],
  ['199', null],
])('the year of %j is %j', (released, year) => {
  expect(parseYear(released)).toBe(year);
});

it.each([
  [0, null],
  [1859, null],
  [1860, 1860],
  [null, null],
])('as a year, %j is %j', (year, plausible) => {
  expect(plausibleYear(year)).toBe(plausible);
});

it.each([
  [2_147_483_647, 2_147_483_647],
  [2_147_483_648, null],
  [null, null],
])('as a quantity, %j is %j', (value, plausible) => {
  expect(plausibleInteger(value)).toBe(plausible);
});
