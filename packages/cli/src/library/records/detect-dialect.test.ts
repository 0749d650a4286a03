import { describe, expect, it } from 'vitest';
import { detectDelimiter, detectNewline, parseDelimiter } from './detect-dialect.ts';

describe('detectDelimiter', () => {
  it.each([
    ['commas', 'Artist,Title\nCan,Tago Mago\n', ','],
    [
      'semicolons with commas in the text',
      'Artist;Title\nCan;Ege Bamyasi, Remastered\nNeu!;Neu! 75, again, and again\n',
      ';',
    ],
    ['tabs with both in the text', 'Artist\tTitle\nCan\ta, b; c\nNeu!\td\n', '\t'],
    ['pipes', 'Artist|Title|Year\nCan|Future Days|1973\n', '|'],
    ['commas inside quotes', 'Artist;Title\n"Crosby, Stills, Nash";"So, Far"\n"Earth, Wind, Fire";"I, Am"\n', ';'],
    ['a ragged row', 'a,b,c\n1,2,3\n1,2\n1,2,3\n1,2,3\n', ','],
    ['one column', 'Artist\nCan\nNeu!\n', ','],
    ['one row', 'Can\tTago Mago', '\t'],
  ])('finds %s', (_what, sample, expected) => {
    expect(detectDelimiter(sample, '\n')).toBe(expected);
  });
});

describe('detectNewline', () => {
  it.each([
    ['a,b\nc,d\n', '\n'],
    ['a,b\r\nc,d\r\n', '\r\n'],
    ['a,b\rc,d\r', '\r'],
    ['a,"x\ry"\nc,d\n', '\n'],
    ['a,b', '\n'],
  ])('of %j', (sample, expected) => {
    expect(detectNewline(sample)).toBe(expected);
  });
});

describe('parseDelimiter', () => {
  it.each([
    [';', ';'],
    ['tab', '\t'],
    ['\\t', '\t'],
    ['\t', '\t'],
    ['TAB', '\t'],
    ['ab', null],
    ['', null],
    ['"', null],
    ['\n', null],
  ])('reads %j', (text, expected) => {
    expect(parseDelimiter(text)).toBe(expected);
  });
});
