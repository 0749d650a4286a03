import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchLibrary } from '../../src/search/search-library.ts';
import type { SearchRequest } from '../../src/search/search-request.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from './test-library.ts';

describe.each(dialects)('search on %s', (dialect) => {
  let library: TestLibrary;
  const search = (q: string, more: Omit<SearchRequest, 'q'> = {}) => searchLibrary(library.db, { q, ...more });
  const titles = async (q: string, more: Omit<SearchRequest, 'q'> = {}) =>
    (await search(q, more)).results.map(({ album_title }) => album_title);

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    await addRows(library.db, [
      {
        artist: 'Stereolab',
        title: 'Dots and Loops',
        genre: 'Rock',
        format: 'cd',
        label: 'Duophonic',
        year: 1997,
        plays: 9,
      },
      { artist: 'Stereolab', title: 'Dots and Loops', genre: 'Rock', format: 'vinyl 12"', year: 1997 },
      {
        artist: 'Stereolab',
        title: 'Mars Audiac Quintet',
        genre: 'Rock',
        format: 'cd',
        year: 1994,
        plays: 2,
        lost: '2020-01-01',
      },
      {
        artist: 'Autechre',
        title: 'Confield',
        genre: 'Electronic',
        format: 'cd',
        label: 'Warp',
        lost: '2020-01-01',
        found: '2021-01-01',
      },
      { artist: 'Nilüfer Yanya', title: 'Painless', on_streaming: true, bins: ['L', 'H', 'M'] },
      { artist: 'Mars', title: '78+', on_streaming: false, bins: ['S'] },
      { artist: 'Low', title: 'Things We Lost in the Fire', added: '2001-01-01T00:00:00Z' },
      { artist: '!!!', title: 'Myth Takes' },
      { artist: "Rock'n'Roll \\ Trio", title: 'A:B | C & !D' },
      {
        artist: 'Various Artists - Soul',
        title: 'Soul Box',
        credits: [
          ['Aretha Franklin', 'Think'],
          ['Aretha Franklin', 'Chain of Fools'],
          ['Nina Simone', null],
        ],
      },
      { artist: 'Soundtracks - T', title: 'Tron' },
      { artist: 'Zq', title: 'Nina Simonne Sings', genre: 'Folk' },
      { artist: 'Various Artists - Jazz', title: 'Impulse', plays: 5, credits: [['Aretha Franklin', 'Skylark']] },
    ]);
  }, 60_000);
  afterAll(() => library?.close());

  it('wants all the words, in whatever field, case and accents', async () => {
    expect(await titles('stereolab quintet')).toEqual(['Mars Audiac Quintet']);
    expect(await titles('NILUFER painless')).toEqual(['Painless']);
    expect((await search('nilu\u0308fer')).matched).toBe('text');
    expect(await titles('warp confield')).toEqual(['Confield']);
  });

  it('ranks names before titles, and the played before the unplayed, which are there too', async () => {
    expect(await titles('mars')).toEqual(['78+', 'Mars Audiac Quintet']);
    const { results } = await search('dots loops');
    expect(results.map(({ plays }) => plays)).toEqual([9, 0]);
  });

  it('looks for what is spelt alike only where no row holds the words', async () => {
    const typo = await search('stereolb');
    expect(typo).toMatchObject({ matched: 'fuzzy', total: 3 });
    expect((await search('autechr confild')).results[0]?.album_title).toBe('Confield');
    expect(await titles('stereolab')).not.toContain('Confield');
    expect(await titles('"stereolb"')).toEqual([]);
    expect(await titles('artist:autecher')).toEqual(['Confield']);
    expect(await titles('title:confeld')).toEqual(['Confield']);
  });

  it('finds compilations by what they credit, each once, and says by which credits', async () => {
    const { results, matched, total } = await search('aretha franklin');
    expect({ matched, total }).toEqual({ matched: 'credit', total: 2 });
    const soul = results.find(({ album_title }) => album_title === 'Soul Box');
    expect(soul?.matched_via).toEqual([
      { title: 'Think', source: 'cta', artist_credit: 'Aretha Franklin', position: 'A1', confidence: 1 },
      { title: 'Chain of Fools', source: 'cta', artist_credit: 'Aretha Franklin', position: 'A2', confidence: 1 },
    ]);
    expect(await titles('franklin skylark')).toEqual(['Impulse']);
    expect((await search('nina simone')).results[0]?.matched_via?.[0]?.title).toBeNull();
    expect(await titles('artist:aretha title:think')).toEqual(['Soul Box']);
  });

  it('guesses at no spelling of titles where a credit holds the words, unless filters leave that one out', async () => {
    expect(await search('nina simone')).toMatchObject({ matched: 'credit', total: 1 });
    expect(await titles('nina simonee')).toEqual(['Nina Simonne Sings']);
    expect(await titles('nina simone', { filters: { genres: ['Folk'] } })).toEqual(['Nina Simonne Sings']);
  });

  it.each([
    ['artist:mars', ['78+']],
    ['title:mars', ['Mars Audiac Quintet']],
    ['label:warp', ['Confield']],
    ['artist:"Mars"', ['78+']],
    ['artist:"Stereo"', []],
    ['title:"Dots"', []],
    ['title:"dots and loops" format:cd', ['Dots and Loops']],
    ['"loops dots"', []],
    ['genre:electronic', ['Confield']],
    ['format:"vinyl 12\\""', ['Dots and Loops']],
    ['stereolab -dots', ['Mars Audiac Quintet']],
    ['(confield OR painless) -artist:autechre', ['Painless']],
    ['genre:electronic OR title:painless', ['Painless', 'Confield']],
    ['stereolab year:1990..1995', ['Mars Audiac Quintet']],
    ['year:..1995', ['Mars Audiac Quintet']],
    ['artist:!!!', ['Myth Takes']],
    ["rock'n’roll", ['A:B | C & !D']],
  ])('reads %s', async (q, expected) => {
    expect((await titles(q)).toSorted()).toEqual(expected.toSorted());
  });

  it.each(['', '   ', '!!!', '"!!!"', '& | !', '()'])('finds nothing for %j', async (q) => {
    expect(await search(q)).toMatchObject({ results: [], total: 0, matched: null, next_cursor: null });
  });

  it.each([
    'x',
    "'",
    "a'b\\c",
    'a:*',
    '\\',
    'foo:A',
    'ŉ ʼ',
    '\u0000low',
    '\ud800',
    `${'w '.repeat(50)}`,
    'x'.repeat(5000),
    '½ « »',
    'a <-> b',
    '%_%',
  ])('takes %j without a fault', async (q) => {
    await expect(search(q)).resolves.toBeDefined();
  });

  it('takes one letter as a word only', async () => {
    expect(await titles('c')).toEqual(['A:B | C & !D']);
    expect((await search('y')).matched).toBeNull();
  });

  it('does not take what is filed under Various Artists for a misspelt name', async () => {
    expect(await titles('variousx artistsx')).toEqual([]);
    expect(await titles('artist:"Various Artists - Jazz"')).toEqual(['Impulse']);
    expect(await titles('artist:varius')).toEqual([]);
    expect(await titles('soundtrak')).toEqual([]);
  });

  it.each<[NonNullable<SearchRequest['filters']>, string, string[]]>([
    [{ missing: true }, '', ['Mars Audiac Quintet']],
    [{ missing: false }, 'stereolab', ['Dots and Loops', 'Dots and Loops']],
    [{ genres: ['ELECTRONIC', 'none'] }, '', ['Confield']],
    [{ formats: ['vinyl 12"'] }, '', ['Dots and Loops']],
    [{ onStreaming: true }, '', ['Painless']],
    [{ onStreaming: false }, '', ['78+']],
    [{ rotationBins: ['H', 'S'] }, '', ['78+', 'Painless']],
    [{ rotationBins: ['L'] }, 'painless', []],
    [{ identityStatus: 'never_asked' }, 'confield', ['Confield']],
    [{ identityStatus: 'resolved' }, 'confield', []],
    [{ method: 'exact_match' }, '', []],
    [{ genres: [] }, '', []],
    [{ missing: true }, '!!!', []],
  ])('filters %j of %j', async (filters, q, expected) => {
    expect(await titles(q, { filters, sort: 'album' })).toEqual(expected);
  });

  it('gives the heaviest of the bins that a record is in', async () => {
    expect((await search('painless')).results[0]).toMatchObject({
      rotation_bin: 'H',
      on_streaming: true,
      missing: false,
    });
  });

  it.each([
    [['S', 'L', 'M', 'H'], 'H'],
    [['S', 'L', 'M', 'M'], 'M'],
    [['S', 'L', 'L'], 'L'],
    [['S', 'S'], 'S'],
  ])('counts a record in bins %j once, in %s', async (bins, heaviest) => {
    const [id] = await addRows(library.db, [{ artist: 'Binned', title: `In ${bins.join('')}`, bins }]);
    const { results, total } = await search(`id:${id}`);
    expect([total, results[0]?.rotation_bin]).toEqual([1, heaviest]);
    const found = async (bin: string) => (await search(`id:${id}`, { filters: { rotationBins: [bin as 'H'] } })).total;
    expect(await Promise.all(['H', 'M', 'L', 'S'].map(found))).toEqual(
      ['H', 'M', 'L', 'S'].map((bin) => (bin === heaviest ? 1 : 0)),
    );
  });

  it('sorts', async () => {
    expect(await titles('stereolab', { sort: 'album', order: 'desc' })).toEqual([
      'Mars Audiac Quintet',
      'Dots and Loops',
      'Dots and Loops',
    ]);
    expect((await titles('low OR stereolab', { sort: 'date', order: 'asc' }))[0]).toBe('Things We Lost in the Fire');
    expect((await search('stereolab', { sort: 'plays' })).results.map(({ plays }) => plays)).toEqual([9, 2, 0]);
    expect((await titles('low OR autechre', { sort: 'artist' }))[0]).toBe('Confield');
  });
});
