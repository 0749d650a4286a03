import { describe, expect, it } from 'vitest';
import { parseConfidence, parseTime } from './parse-legacy.ts';

describe('parseConfidence', () => {
  it.each([
    ['0.95', 0.95],
    ['.95', 0.95],
    ['0,95', 0.95],
    ['95%', 0.95],
    ['95 %', 0.95],
    ['1', 1],
    ['0', 0],
    ['95', null],
    ['high', null],
    ['-0.1', null],
    ['1.2.3', null],
    ['120%', null],
  ])('reads %j as %j', (text, confidence) => {
    expect(parseConfidence(text)).toBe(confidence);
  });
});

describe('parseTime', () => {
  it.each([
    ['2023-05-01T12:30:00+02:00', '2023-05-01T10:30:00.000Z'],
    ['2023-05-01 12:30:00.25+00', '2023-05-01T12:30:00.250Z'],
    ['2023-05-01 12:30:00.123456-0430', '2023-05-01T17:00:00.123Z'],
    ['2023-05-01 12:30:00 UTC', '2023-05-01T12:30:00.000Z'],
    ['2023-05-01 12:30', '2023-05-01T12:30:00.000Z'],
    ['2023-05-01', '2023-05-01T00:00:00.000Z'],
    ['05/01/2023', null],
    ['2023-02-30', null],
    ['2023-05-01 25:00', null],
    ['last week', null],
  ])('reads %j as %j', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });
});
