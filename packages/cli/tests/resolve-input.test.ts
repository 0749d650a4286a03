import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeText, type TextEncoding } from './encode-text.ts';
import { createLibrary, runResolve } from './run-resolve.ts';

const text = 'Artist,Title\nBeyoncé,4\nMotörhead,Bömber\nCan,Tago Mago\n';

describe('libraries of every kind', () => {
  it.each<[TextEncoding, string, string]>([
    ['utf-8', '', 'read as UTF-8, cells'],
    ['utf-8', '\u{FEFF}', 'read as UTF-8 with a byte order mark'],
    ['windows-1252', '', 'read as Windows-1252'],
    ['macintosh', '', 'read as Mac Roman'],
    ['utf-16le', '\u{FEFF}', 'read as UTF-16 (little-endian) with a byte order mark'],
    ['utf-16be', '\u{FEFF}', 'read as UTF-16 (big-endian) with a byte order mark'],
    ['utf-16le', '', 'read as UTF-16 (little-endian), cells'],
  ])('reads %s and says so', async (encoding, mark, said) => {
    const { output, messages, resolver } = await runResolve([createLibrary(encodeText(mark + text, encoding))]);
    expect(messages).toContain(said);
    expect(resolver.asked.map((input) => input.artist_name)).toEqual(['Beyoncé', 'Motörhead', 'Can']);
    expect(output).toContain('\nMotörhead,Bömber,unresolved,');
  });

  it('is told the encoding', async () => {
    const bytes = Buffer.from('Artist,Title\nCan,\x83^\x83S\n', 'latin1');
    const { resolver } = await runResolve([createLibrary(bytes), '--encoding', 'shift_jis']);
    expect(resolver.asked[0]?.album_title).toBe('タゴ');
  });

  it('reads a few bytes that are not UTF-8 one by one, and counts them', async () => {
    const bytes = Buffer.concat([encodeText(text, 'utf-8'), encodeText('Mötley Crüe,x\n', 'windows-1252')]);
    const { resolver, messages } = await runResolve([createLibrary(bytes)]);
    expect(messages).toContain('read as UTF-8');
    expect(messages).toContain('2 bytes are not UTF-8: read one by one');
    expect(resolver.asked[3]?.artist_name).toBe('Mötley Crüe');
  });

  it.each([
    ['embedded line ends and tabs', 'Artist,Title\r\n"Can","Tago\r\nMago\tx"\r\n', 'Can', 'Tago\r\nMago\tx'],
    ['stray quotes', 'Artist,Title\nDavid Bowie,"Heroes" (live)\n', 'David Bowie', '"Heroes" (live)'],
    ['NUL characters', 'Artist,Title\nC\0an,Tago\0 Mago, a rather long title\n', 'Can', 'Tago Mago'],
    ['the line Excel writes for itself', 'sep=;\r\nArtist;Title\r\nCan;Tago Mago\r\n', 'Can', 'Tago Mago'],
    ['CR as line end', 'Artist,Title\rCan,Tago Mago\r', 'Can', 'Tago Mago'],
    ['UTF-8 read as Mac Roman before', 'Artist,Title\nBeyonc√©,4\n', 'Beyoncé', '4'],
  ])('reads %s', async (_what, content, artist, album) => {
    const { resolver } = await runResolve([createLibrary(content)]);
    expect(resolver.asked[0]).toMatchObject({ artist_name: artist, album_title: album });
  });

  it('reads a Discogs collection', async () => {
    const content =
      'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added,Collection Media Condition,Collection Notes\n' +
      '"UAS 29 211","Can","Tago Mago","United Artists Records","2xLP, Album, Gat",5,1971,434654,Uncategorized,"2020-02-02 10:00:00","Very Good (VG)","a note\nin lines"\n';
    const { resolver, messages } = await runResolve([createLibrary(content)]);
    expect(messages).toContain('1 row, a Discogs collection export');
    expect(resolver.asked).toMatchObject([
      {
        library_id: 1,
        artist_name: 'Can',
        album_title: 'Tago Mago',
        label: 'United Artists Records',
        year: 1971,
        format: '2xLP, Album, Gat',
        catalog_number: 'UAS 29 211',
      },
    ]);
  });

  it('says how it read the file', async () => {
    const { messages } = await runResolve([createLibrary('Artist;Title;Year\nCan;Tago Mago;1971\n')]);
    expect(messages).toContain(
      'cells between semicolons, 1 row\n  artist = "Artist", album = "Title", year = "Year"\n',
    );
  });

  it('says nothing when told so', async () => {
    expect((await runResolve([createLibrary(text), '--quiet'])).messages).toBe('');
  });
});

describe('files that are no library', () => {
  it.each([
    ['nothing', '', 'library.csv is empty'],
    ['a header alone', 'Artist,Title\n', 'has a header and no rows under it'],
    ['empty lines', '\n\n\n', 'holds no rows'],
    ['a picture', '\x89PNG\r\n\x1A\n', 'library.csv is a PNG picture, not CSV'],
    ['a workbook', 'PK\x03\x04\x14\0[Content_Types].xml', 'library.csv is an Excel workbook, not CSV'],
    ['a page', '<!doctype html><html>', 'library.csv is XML or HTML, not CSV'],
  ])('refuses %s', async (_what, content, message) => {
    const failing = runResolve([createLibrary(Buffer.from(content, 'latin1'))]);
    await expect(failing).rejects.toMatchObject({ exitCode: 3, message: expect.stringContaining(message) });
  });

  it('refuses what is not there, and folders', async () => {
    const path = createLibrary('x');
    await expect(runResolve([`${path}.not`])).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('there is no file'),
    });
    await expect(runResolve([join(path, 'x')])).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('there is no file'),
    });
    await expect(runResolve([dirname(path)])).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('is a folder'),
    });
    await expect(runResolve(['/dev/null'])).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('is no plain file'),
    });
  });

  it.each([
    [['--delimiter', 'ab'], '--delimiter takes one character'],
    [['--encoding', 'klingon'], '--encoding does not know "klingon"'],
    [['--limit', '0'], '--limit takes a number of rows'],
    [['--limit', 'x'], '--limit takes a number of rows'],
    [['--map', 'singer=1'], '--map does not know the field "singer"'],
    [['--map', 'artist=Sänger'], 'there is no column "Sänger" to read the artist from'],
  ])('refuses %j', async (args, message) => {
    const failing = runResolve([createLibrary(text), ...args]);
    await expect(failing).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
  });

  it('lists the columns of a file without a header', async () => {
    await expect(runResolve([createLibrary('Can,Tago Mago\nNeu!,Neu!\n')])).rejects.toMatchObject({
      exitCode: 2,
      hint: 'Columns: 1 "Can", 2 "Tago Mago". Say which is which by name or number: --map artist=COLUMN --map album=COLUMN.',
    });
  });
});
