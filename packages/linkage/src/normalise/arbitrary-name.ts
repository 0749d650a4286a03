import fc from 'fast-check';

const pieces = fc.constantFrom(
  ...[
    'the ',
    'The',
    'a ',
    'an ',
    ', the',
    ', a',
    ' (',
    ')',
    '[',
    ']',
    ' /2',
    '/',
    ' & ',
    '&',
    '’',
    "'",
    '`',
    '!!!',
    '.',
    '-',
    ',',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\u00A0',
    '\u2028',
    '\u0085',
    '\u00AD',
    '\u200B',
    '\u200D',
    '\uFE0F',
    '\u0301',
    '\u0307',
    '\u093C',
    '\uFEFF',
  ],
  ...[
    'É',
    'ﬁ',
    'Æ',
    'ς',
    'Σ',
    'ё',
    'й',
    'İ',
    'ı',
    'ß',
    'ł',
    '½',
    '（',
    '２',
    '＆',
    '細',
    '한',
    'ने',
    '👩',
    'Ã©',
    'â€™',
    '\uD800',
    '\0',
  ],
);

/** Names that provoke: articles, brackets, marks without a base, joiners, misread UTF-8, lone surrogates. */
export const anyName = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ minLength: 1, maxLength: 3 })), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

export const asciiName = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 30 }),
  anyName.map((name) => name.replace(/\P{ASCII}/gu, '')),
);

/** Names of ASCII letters, digits and single spaces, with the words and the capitals that say more than they do. */
export const plainName = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'The',
        'a',
        'AN',
        'X',
        'and',
        'With',
        'feat',
        'ft',
        'vs',
        'pres',
        'TheBeat',
        'y',
        '2',
        'II',
        'vol',
        'Two',
      ),
      fc.constantFrom(
        'EP',
        'LP',
        'Deluxe',
        'Edition',
        '12',
        'st',
        'NULL',
        'Various',
        'Artists',
        'Soundtrack',
        'OST',
        'va',
      ),
      fc.string({ unit: fc.constantFrom(...'abcxyzABCXYZ019'), minLength: 1, maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' '));
