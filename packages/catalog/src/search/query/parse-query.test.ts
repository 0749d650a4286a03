import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';

const read = (query: string) => {
  const { expression, notices } = parseQuery(query);
  return { print: expression === null ? null : printQuery(expression), notices: notices.map(({ code }) => code) };
};

describe('a query', () => {
  it.each([
    // Words and phrases.
    ['stereolab dots', 'stereolab dots', 'all words are wanted'],
    ['  sun   ra\tarkestra ', 'sun ra arkestra', 'white space only parts words'],
    ['"dots and loops"', '"dots and loops"', 'a phrase keeps its words together'],
    ['“dots and loops”', '"dots and loops"', 'typographic quotation marks are as good'],
    ['simon & garfunkel', 'simon garfunkel', 'a sign alone is no word'],
    ["don't AC/DC R.E.M.", "don't AC/DC R.E.M.", 'signs inside words stay'],
    ['vinyl 12"', 'vinyl 12"', 'an inch is no quotation mark'],
    ['Re:Stacks', 'Re:Stacks', 'a colon behind no field belongs to the word'],
    ['r & b and soul', 'r b and soul', 'only capitals make an operator'],
    // Fields.
    ['artist:stereolab', 'artist:stereolab', ''],
    ['ARTIST:Air title:Moon', 'artist:Air album:Moon', 'fields in any case; title is album'],
    ['artist:"Sun Ra" saturn', 'artist:"Sun Ra" saturn', 'a quoted value is the whole name'],
    ['artist: Low', 'artist:Low', 'a space behind the colon is forgiven'],
    ['artist:(sun ra)', 'artist:sun artist:ra', 'a field before parentheses is for all in them'],
    ['artist:(sun OR label:impulse)', 'artist:sun OR label:impulse', 'a nearer field wins'],
    ['artist:!!!', 'artist:"!!!"', 'a name without letters is the whole name'],
    ['artist:AND', 'artist:AND', 'behind a field, AND is a word'],
    ['artist:-ing', 'artist:-ing', 'behind a field, a minus belongs to the word'],
    ['year:1997', 'year:1997', ''],
    ['year:1990..1999', 'year:1990..1999', ''],
    ['year:1990-1999', 'year:1990..1999', 'a dash does too'],
    ['year:1990..', 'year:1990..', 'open at one end'],
    ['year:..1960', 'year:..1960', ''],
    ['year:1970s', 'year:1970..1979', 'a decade'],
    ['id:42', 'id:42', ''],
    ['method:exact_match', 'method:"exact_match"', ''],
    ['status:never-asked', 'status:never_asked', ''],
    // Operators.
    ['a AND b', 'a b', ''],
    ['a OR b', 'a OR b', ''],
    ['a b OR c d', 'a b OR c d', 'AND binds before OR'],
    ['a (b OR c) d', 'a (b OR c) d', ''],
    ['(a OR b) OR c', 'a OR b OR c', 'needless parentheses go'],
    ['(a b) (c d)', 'a b c d', ''],
    ['jazz NOT live', 'jazz -live', ''],
    ['jazz -live', 'jazz -live', ''],
    ['jazz -"in concert"', 'jazz -"in concert"', ''],
    ['jazz -genre:Rock', 'jazz -genre:Rock', ''],
    ['-(a OR b)', '-(a OR b)', ''],
    ['NOT NOT a', 'a', 'two negations are none'],
    ['"AND"', '"AND"', 'in quotation marks an operator is a word'],
    ['self-titled', 'self-titled', 'a dash inside a word is part of it'],
  ])('%s reads as %s %s', (query, print) => {
    expect(read(query)).toEqual({ print, notices: [] });
  });

  it.each([
    ['"dots and', '"dots and"', 'unclosed_quote'],
    ['(a OR b', 'a OR b', 'unbalanced_parenthesis'],
    ['Sunn O)))', 'Sunn O', 'unbalanced_parenthesis'],
    ['a OR', 'a', 'dangling_operator'],
    ['OR a', 'a', 'dangling_operator'],
    ['a AND', 'a', 'dangling_operator'],
    ['a AND OR b', 'a OR b', 'dangling_operator'],
    ['a NOT', 'a', 'dangling_operator'],
    ['NOT', null, 'dangling_operator'],
    ['artist:', null, 'empty_field'],
    ['artist: AND b', 'b', 'empty_field'],
    ['artist: title:b', 'album:b', 'empty_field'],
    ['year:soon', '"soon"', 'not_a_number'],
    ['year:1999..1990', 'year:1990..1999', 'swapped_years'],
    ['id:abc', '"abc"', 'not_a_number'],
    ['id:99999999999', '"99999999999"', 'not_a_number'],
    ['status:lost', '"lost"', 'unknown_status'],
    ['"!!!"', null, 'no_letters'],
    ['low ""', 'low', 'no_letters'],
    [`${'('.repeat(20)}a${')'.repeat(20)}`, 'a', 'too_deep'],
    ['word '.repeat(40), 'word '.repeat(32).trim(), 'too_long'],
  ])('%s reads as %s and says %s', (query, print, code) => {
    const { print: printed, notices } = read(query);
    expect(printed).toBe(print);
    expect(notices).toContain(code);
  });

  it.each(['', '   ', '!!!', '& - +', '()', '(())'])('%j asks for nothing', (query) => {
    expect(parseQuery(query).expression).toBeNull();
  });
});

const piece = fc.oneof(
  fc.constantFrom('(', ')', '"', '-', ' ', ' AND ', ' OR ', ' NOT ', ':', '\\', '..', '“', '»'),
  fc.constantFrom(
    'artist:',
    'title:',
    'genre:',
    'year:',
    'id:',
    'status:',
    'method:',
    '1990',
    '1990..1980',
    'resolved',
  ),
  fc.constantFrom('stereolab', 'sun', 'ra', '!!!', "d'Arc", '12"', 'ｆｕｌｌ', '한국'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const typed = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('whatever is typed', () => {
  it('reads without a throw, and what it reads as reads the same again, without a notice', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const { expression } = parseQuery(query);
        if (expression === null) return;
        const printed = printQuery(expression);
        expect(parseQuery(printed)).toEqual({ expression, notices: [] });
        expect(printQuery(parseQuery(printed).expression!)).toBe(printed);
      }),
      { numRuns: 3000 },
    );
  });
});
