import { describe, expect, it } from 'vitest';
import { formatDiscogsUrl, parseDiscogsId, parseDiscogsUrl } from './ids.ts';

describe('parseDiscogsUrl', () => {
  const named: [address: string, kind: string, id: number][] = [
    ['https://www.discogs.com/artist/132084', 'artist', 132084],
    ['http://discogs.com/artist/132084-Snoop-Dogg', 'artist', 132084],
    ['https://www.discogs.com/de/artist/132084-Snoop-Dogg?anv=Snoop', 'artist', 132084],
    ['https://www.discogs.com/pt_BR/release/1722', 'release', 1722],
    ['https://www.discogs.com/release/1722-Plone-For-Beginner-Piano', 'release', 1722],
    ['https://www.discogs.com/Plone-For-Beginner-Piano/release/1722', 'release', 1722],
    ['discogs.com/release/1722', 'release', 1722],
    ['https://m.discogs.com/master/8155/', 'master', 8155],
    ['https://www.discogs.com/label/23528-Warp-Records#x', 'label', 23528],
    ['https://api.discogs.com/releases/1722', 'release', 1722],
    [' https://www.discogs.com/label/1 ', 'label', 1],
  ];
  it.each(named)('%s is %s %s', (address, kind, id) => {
    expect(parseDiscogsUrl(address)).toEqual({ kind, id });
  });

  const unnamed: [address: string, why: string][] = [
    ['http://www.discogs.com/artist/Source+Direct+At+Home', 'a name, and names are not unique'],
    ['https://www.discogs.com/artist/10cc', 'a name that begins with digits'],
    ['https://www.discogs.com/artist/0', 'no id'],
    ['https://www.discogs.com/user/1', 'a user'],
    ['https://www.discogs.com/release/add', 'a form'],
    ['https://discogs.com.example.org/artist/1', 'another host'],
    ['ftp://www.discogs.com/artist/1', 'not the web'],
    ['https://', 'nothing'],
    ['', 'nothing'],
  ];
  it.each(unnamed)('%s is nobody: %s', (address) => {
    expect(parseDiscogsUrl(address)).toBeNull();
  });

  it('reads what it writes', () => {
    for (const kind of ['artist', 'release', 'master', 'label'] as const) {
      expect(parseDiscogsUrl(formatDiscogsUrl(kind, 42))).toEqual({ kind, id: 42 });
    }
  });
});

describe('parseDiscogsId', () => {
  it.each([
    ['1', 1],
    [' 16777217 ', 16777217],
    ['0', null],
    ['007', null],
    ['-1', null],
    ['1e3', null],
    ['9999999999999999', null],
    ['', null],
  ])('%j is %j', (text, id) => {
    expect(parseDiscogsId(text)).toBe(id);
  });
});
