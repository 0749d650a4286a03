import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary } from '../run-resolve.ts';
import { type ServedCatalog, serveCatalog } from './serve-catalog.ts';

let catalog: ServedCatalog;
beforeAll(async () => {
  catalog = await serveCatalog();
}, 60_000);
afterAll(() => catalog.close());

const artist = (...args: string[]) => catalog.run('artist', ...args);

describe('ids of an artist', () => {
  it('belong to the artist that a record names', async () => {
    await catalog.run('import', createLibrary('artist,title\nCan,Tago Mago\nCan,Future Days\n'), '--quiet');
    expect((await catalog.run('show', '1')).output[1]).toBe('    artist 1');
    expect((await artist('show', '1')).output).toEqual(['1  Can, 2 records', 'no id is known']);
  });

  it('are entered, changed and taken back, with the reason kept', async () => {
    const entered = await artist('set', '1', 'discogs_artist', '17203', '--reason', 'from their page');
    expect(entered.code).toBe(0);
    expect(entered.output.join('\n')).toMatch(/\n {2}discogs_artist +17203 +staff +/);
    const changed = await artist('set', '1', 'discogs_artist', '17204');
    expect(changed.output.join('\n')).toMatch(/17204.*Before.*discogs_artist +17203 +manual +/s);
    const cleared = await artist('clear', '1', 'discogs_artist', '--reason', 'another band', '--json');
    const { ids, history } = JSON.parse(cleared.output.join('\n'));
    expect(ids).toEqual([]);
    expect(history[0]).toMatchObject({ external_id: '17204', category: 'revoked' });
    expect(history[0].reason).toContain('another band');
  });

  it('are settled where a verdict names another', async () => {
    await artist('set', '1', 'discogs_artist', '999999');
    await catalog.run('pull', '--follow');
    const { conflicts } = JSON.parse((await artist('show', '1', '--json')).output.join('\n'));
    const { proposed_id: proposed } = conflicts.find((each: { source: string }) => each.source === 'discogs_artist');
    expect((await artist('show', '1')).output.join('\n')).toMatch(/In conflict\n.*\n {2}discogs_artist +999999 /);
    const settled = await artist('settle', '1', 'discogs_artist', proposed, 'proposed', '--reason', 'heard it');
    expect(settled.code).toBe(0);
    expect(settled.output.join('\n')).toMatch(new RegExp(`discogs_artist +${proposed} +staff `));
    expect(settled.output).not.toContain('In conflict');
    await artist('clear', '1', 'discogs_artist');
  });

  it.each([
    ['no such artist', ['show', '999'], /artist/],
    ['no such source', ['set', '1', 'myspace', 'x'], /source/],
    ['an id of another shape', ['set', '1', 'discogs_artist', 'x y'], /discogs_artist/],
    ['nothing to take back', ['clear', '1', 'discogs_artist'], /./],
    ['nothing to settle', ['settle', '1', 'discogs_artist', '5', 'proposed'], /./],
  ])('are left where there is %s', async (_case, args, message) => {
    const { code, output, messages } = await artist(...args);
    expect(code).toBe(3);
    expect(output).toEqual([]);
    expect(messages[0]).toMatch(message);
  });

  it('are no number, or neither of the two: refused before the catalog is asked', async () => {
    expect((await artist('show', 'Can')).code).toBe(2);
    expect((await artist('settle', '1', 'discogs_artist', '5', 'both')).code).toBe(2);
  });
});
