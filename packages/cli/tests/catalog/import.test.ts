import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary } from '../run-resolve.ts';
import { type ServedCatalog, serveCatalog } from './serve-catalog.ts';

let catalog: ServedCatalog;
beforeAll(async () => {
  catalog = await serveCatalog({ works: false });
}, 60_000);
afterAll(() => catalog.close());

async function importJson(file: string, ...args: string[]) {
  const { code, output, messages } = await catalog.run('import', file, '--json', ...args);
  return { code, messages, summary: JSON.parse(output.join('\n')) };
}

async function showOnly(query: string) {
  const { output } = await catalog.run('search', query, '--json');
  const { results } = JSON.parse(output.join('\n'));
  expect(results).toHaveLength(1);
  return showRecord(results[0].id);
}

async function showRecord(id: number) {
  return JSON.parse((await catalog.run('show', String(id), '--json')).output.join('\n'));
}

/** Ids of an artist's records in the library, in the order of their titles. */
async function listRecords(artist: string): Promise<number[]> {
  const { output } = await catalog.run('search', `artist:${artist}`, '--json');
  const { results } = JSON.parse(output.join('\n')) as { results: { id: number; album_title: string }[] };
  return results.toSorted((a, b) => (a.album_title < b.album_title ? -1 : 1)).map(({ id }) => id);
}

describe('importing a file', () => {
  it('takes its rows, leaves them alone the second time, and changes what says something else', async () => {
    const file = createLibrary('Artist,Title,Label\nNeu!,Neu! 75,Brain\nCluster,Zuckerzeit,Brain\n');
    expect((await importJson(file)).summary).toMatchObject({ rows: 2, added: 2, rejected: 0 });
    expect((await importJson(file)).summary).toMatchObject({ rows: 2, unchanged: 2 });
    writeFileSync(file, 'Artist,Title,Label\nNeu!,Neu! 75,Brain\nCluster,Zuckerzeit,Philips\n');
    expect((await importJson(file)).summary).toMatchObject({ rows: 2, unchanged: 1, updated: 1 });
  });

  it('says how the file was read and what came of it, in lines for a person', async () => {
    const file = createLibrary(Buffer.from('Interpret;Titel;Jahr\nDie Ärzte;Debil;1984\nNena;;1983\n', 'latin1'));
    const { code, output, messages } = await catalog.run('import', file);
    expect(code).toBe(0);
    expect(messages).toEqual([
      expect.stringMatching(/read as .*1252.*, cells between semicolons, 2 rows$/i),
      '  artist = "Interpret", album = "Titel", year = "Jahr"',
      '--rejected FILE.csv keeps the rows that are rejected',
    ]);
    expect(output.slice(1)).toEqual([
      '  added              1',
      '  changed            0',
      '  unchanged          0',
      '  rejected           1   no title 1',
      '    line 3, no title: Nena;;1983',
    ]);
  });

  it('takes the word of a column for what is a compilation, and rejects what is none', async () => {
    const flags = ['yes', '0', 'TRUE', '', 'perhaps', 'null'];
    const rows = flags.map((flag, n) => `Flagged,Flag ${n},${flag}`);
    const file = createLibrary(`artist,title,is_compilation\n${rows.join('\n')}\n`);
    const { summary } = await importJson(file);
    expect(summary).toMatchObject({ added: 5, rejected: 1, reasons: { bad_is_compilation: 1 } });
    const { output } = await catalog.run('import', file);
    expect(output).toContain('    line 6, bad is compilation: Flagged,Flag 4,perhaps');
    const records = await listRecords('flagged');
    const listKept = async () => (await Promise.all(records.map(showRecord))).map((record) => record.is_compilation);
    expect(await listKept()).toEqual([true, false, true, null, null]);
    // Imported again without the column nothing is forgotten; where a cell is emptied, it is.
    await importJson(createLibrary(`artist,title,year\n${flags.map((_, n) => `Flagged,Flag ${n},1997`).join('\n')}\n`));
    expect(await listKept()).toEqual([true, false, true, null, null]);
    await importJson(createLibrary('artist,title,is_compilation\nFlagged,Flag 0,\n'));
    expect(await listKept()).toEqual([null, false, true, null, null]);
  });

  it('changes nothing in a dry run, and says what would be', async () => {
    const file = createLibrary('artist,album\nHarmonia,Deluxe\n');
    expect((await importJson(file, '--dry-run')).summary).toMatchObject({ dry_run: true, added: 1 });
    expect((await importJson(file, '--dry-run')).summary).toMatchObject({ dry_run: true, added: 1 });
  });

  it('keeps what an older system held the record to be, genre, shelf and all', async () => {
    const file = createLibrary(
      [
        'library_id,artist,album,genre,code_volume_letters,album_artist,legacy_release_id,canonical_entity_id,canonical_entity_confidence,canonical_entity_resolved_at',
        'w1,Ash Ra Tempel,Schwingungen,Rock,RO,Ash Ra,77,discogs:release:5,0.9,2023-05-01 12:30:00+02',
        'w2,Popol Vuh,Aguirre,NULL,ZZ,,NULL,NULL,NULL,NULL',
        'w3,Faust,Faust IV,,,,,discogs:6,very,last week',
      ].join('\n'),
    );
    const { summary, messages } = await importJson(file);
    expect(summary).toMatchObject({ rows: 3, added: 3 });
    expect(messages.join('\n')).toMatch(/1 confidence of an older id could not be read.*\n1 time of an older id/);
    expect(await showOnly('schwingungen')).toMatchObject({
      genre: 'Rock',
      code_volume_letters: 'RO',
      album_artist: 'Ash Ra',
      legacy_release_id: 77,
    });
    expect((await importJson(file)).summary).toMatchObject({ unchanged: 3 });
  });

  it('writes rejected rows to a file that can be mended and imported', async () => {
    const file = createLibrary(
      "id\tArtist\tTitle\tlegacy release id\n1\tGuru Guru\tUFO\t\n2\t\tHinten\t\n3\tGuru Guru\tKänguru\tabc\n1\tGuru Guru\tDon't Call Us\t\n",
    );
    const rejected = join(dirname(file), 'rejected.csv');
    expect((await importJson(file, '--rejected', rejected)).summary).toMatchObject({
      added: 1,
      rejected: 3,
      reasons: { no_artist: 1, bad_legacy_release_id: 1, repeated_id: 1 },
    });
    expect(readFileSync(rejected, 'utf8')).toBe(
      [
        'id\tArtist\tTitle\tlegacy release id\trejected_line\trejected_reason',
        '2\t\tHinten\t\t3\tno artist',
        '3\tGuru Guru\tKänguru\tabc\t4\tbad legacy release id',
        "1\tGuru Guru\tDon't Call Us\t\t5\trepeated id",
        '',
      ].join('\n'),
    );
    writeFileSync(rejected, readFileSync(rejected, 'utf8').replace('2\t\t', '2\tGuru Guru\t').replace('abc', ''));
    expect((await importJson(rejected)).summary).toMatchObject({ added: 2, updated: 1, rejected: 0 });
  });

  it('takes a column that counts rows for no id, unless it is named as one', async () => {
    const file = createLibrary('#,Artist,Title\n1,Amon Düül II,Yeti\n2,Amon Düül II,Wolf City\n');
    expect((await importJson(file)).summary).toMatchObject({ added: 2 });
    writeFileSync(file, '#,Artist,Title\n1,Amon Düül II,Wolf City\n2,Amon Düül II,Yeti\n');
    expect((await importJson(file)).summary).toMatchObject({ unchanged: 2 });
    const named = await catalog.run('import', file, '--map', 'id=#', '--dry-run');
    expect(named.messages[1]).toContain('id = "#"');
  });

  it('says the same of a repeated record however the file is paged', async () => {
    const rows = ['La Düsseldorf,Viva,Teldec', 'Kraan,Wintrup,', 'La Düsseldorf,Viva,', 'LA DÜSSELDORF,VIVA,Radar'];
    const file = createLibrary(`artist,title,label\n${rows.join('\n')}\n`);
    expect((await importJson(file, '--page', '2')).summary).toMatchObject({ added: 2, unchanged: 2 });
    for (const page of ['1', '2', '1000'])
      expect((await importJson(file, '--page', page)).summary).toMatchObject({ rows: 4, unchanged: 4 });
    expect(await showOnly('"viva"')).toMatchObject({ label: 'Teldec' });
  });

  it('foresees in a dry run what pages take from each other', async () => {
    const file = createLibrary('artist,title,legacy id\nEmbryo,Rache,901\nEmbryo,Surfin,902\nEmbryo,Steig Aus,901\n');
    const expected = { added: 2, rejected: 1, reasons: { legacy_release_id_taken: 1 } };
    expect((await importJson(file, '--page', '1', '--dry-run')).summary).toMatchObject(expected);
    expect((await importJson(file, '--page', '1')).summary).toMatchObject(expected);
  });

  it('takes texts of any script and length, in requests the catalog takes', async () => {
    const long = 'ö'.repeat(1900);
    const rows = Array.from({ length: 900 }, (_, place) => `アーティスト ${place},${long}${place}`);
    const file = createLibrary(`artist,title\n${rows.join('\n')}\nToo Long,${'x'.repeat(2001)}\n`);
    const { summary } = await importJson(file);
    expect(summary).toMatchObject({ rows: 901, added: 900, rejected: 1, reasons: { too_long: 1 } });
  });
});

describe('a file that is no library', () => {
  it.each([
    ['an Excel workbook', Buffer.from('PK\x03\x04....[Content_Types].xml'), /is an Excel workbook, not CSV/],
    ['a PNG picture', Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), /is a PNG picture, not CSV/],
    ['an empty file', '', /is empty/],
    ['a header alone', 'Artist,Title\n', /has a header and no rows/],
    ['a file without artists', 'Title,Year\nTago Mago,1971\n', /cannot tell which column is the artist/],
  ])('is refused clearly: %s', async (_name, content, message) => {
    const { code, output, messages } = await catalog.run('import', createLibrary(content));
    expect(code).toBeOneOf([2, 3]);
    expect(output).toEqual([]);
    expect(messages[0]).toMatch(/^deadwax: /);
    expect(messages[0]).toMatch(message);
  });

  it('is refused clearly where it is not there, and where the rejected rows would go over it', async () => {
    expect((await catalog.run('import', '/nowhere/library.csv')).messages).toEqual([
      'deadwax: there is no file /nowhere/library.csv',
    ]);
    const file = createLibrary('artist,title\nCan,Delay\n');
    const { code, messages } = await catalog.run('import', file, '--rejected', file);
    expect(code).toBe(2);
    expect(messages[0]).toMatch(/^deadwax: --rejected .* is the library itself$/);
  });

  it('fails as a whole where every row is rejected', async () => {
    const { code, summary } = await importJson(createLibrary('artist,title\nCan,\n'));
    expect(code).toBe(4);
    expect(summary).toMatchObject({ rows: 1, rejected: 1 });
  });
});

describe('an import that breaks off', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('at %s is run again to the same end', async (signal) => {
    const count = 300;
    const rows = Array.from({ length: count }, (_, place) => `${signal},Record ${place}`);
    const file = createLibrary(`artist,title\n${rows.join('\n')}\n`);
    const rejected = join(dirname(file), 'rejected.csv');
    const { child, ended } = catalog.start('import', file, '--page', '1', '--json', '--rejected', rejected);
    const taken = async () =>
      JSON.parse((await catalog.run('search', `artist:${signal}`, '--limit', '1', '--json')).output.join('\n')).total;
    while ((await taken()) === 0);
    child.kill(signal);
    const { code, messages } = await ended;
    const before = await taken();
    expect(before).toBeLessThan(count);
    expect(existsSync(rejected)).toBe(false);
    if (signal !== 'SIGKILL') {
      expect(code).toBe(130);
      expect(messages.at(-1)).toMatch(/^deadwax: interrupted: \d+ rows? were gone through; the same command/);
    }
    const { summary } = await importJson(file);
    expect(summary).toMatchObject({ rows: count, rejected: 0, updated: 0 });
    expect(await taken()).toBe(count);
  });
});
