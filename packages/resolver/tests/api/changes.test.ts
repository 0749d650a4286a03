import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TouchedInput } from '@deadwax/contract/schemas';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChangeFinder } from '../../src/changes/change-finder.ts';
import { buildShopOf, type ShopArtist } from './build-shop.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { createTestApp, token } from './test-app.ts';

const stereolab: ShopArtist = { id: 'a1', name: 'Stereolab', releases: { r1: 'Dots and Loops' } };
const autechre: ShopArtist = { id: 'a2', name: 'Autechre', releases: { r2: 'Confield' } };
const various: ShopArtist = { id: 'a3', name: 'Various', releases: { r3: 'Nuggets' } };
const broadcast: ShopArtist = { id: 'a4', name: 'Broadcast', releases: { r7: 'Tender Buttons' } };
const before = [stereolab, autechre, various, broadcast];
const after = [
  broadcast,
  { ...stereolab, variants: 'Groop Played' },
  { ...autechre, releases: { ...autechre.releases, r4: 'Amber', r8: 'Oversteps Deluxe Edition' } },
  { ...various, releases: { ...various.releases, r5: 'Pebbles' } },
  { id: 'a6', name: 'The Fall', releases: { r6: 'Grotesque' } },
];

let folder = '';
let app: FastifyInstance;
let [old, young] = ['', ''];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-find-changes-'));
  const idOf = async (out: string) => JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).id as string;
  old = await idOf(await buildShopOf(join(folder, 'old'), before));
  young = await idOf(await buildShopOf(join(folder, 'young'), after, { r9: 'Quaristice' }));
  app = createTestApp({ changes: new ChangeFinder(folder, { onFault: fail }) });
});
const fail = (error: unknown) => {
  throw error;
};
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const authorization = `Bearer ${token}`;
const list = (id: string, query: string, headers = {}) =>
  app.inject({ url: `/api/v1/snapshots/${id}/changes${query}`, headers: { authorization, ...headers } });
const find = (payload: unknown) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/identity/find-touched-libraries',
    headers: { authorization, 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });

describe('the changes of a snapshot', () => {
  it('are told a line each, and once only to who has them', async () => {
    const response = await list(young, `?since=${old}`);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('application/x-ndjson');
    const lines = response.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) expectContract('SnapshotChange', line);
    expect(lines.map(({ id, change }) => `${id} ${change}`)).toEqual([
      ...['a1 changed', 'a6 added', 'r4 added', 'r5 added', 'r6 added', 'r8 added', 'r9 added'],
    ]);
    const known = { 'if-none-match': response.headers.etag };
    expect((await list(young, `?since=${old}`, known)).statusCode).toBe(304);
    expect((await list(old, `?since=${young}`, known)).statusCode).toBe(200);
    expect((await list(young, `?since=${young}`)).body).toBe('');
  });

  it('are refused for snapshots that are not kept or cannot be compared, and without one', async () => {
    expectProblem(await list('nothing', `?since=${old}`), 404, 'unknown_snapshot');
    expectProblem(await list(young, '?since=nothing'), 404, 'unknown_snapshot');
    expectProblem(await list(young, ''), 422, 'invalid_input');
    expectProblem(await list(young, `?since=${old}&since=${old}`), 422, 'invalid_input');
    const closed = createTestApp();
    const response = await closed.inject({
      url: `/api/v1/snapshots/${young}/changes?since=${old}`,
      headers: { authorization },
    });
    expectProblem(response, 404, 'unknown_snapshot');
    await closed.close();
    await cp(join(folder, 'old'), join(folder, 'other'), { recursive: true });
    const path = join(folder, 'other', 'manifest.json');
    const manifest = { ...JSON.parse(await readFile(path, 'utf8')), normaliser_version: 1, id: 'other' };
    await writeFile(path, JSON.stringify(manifest));
    expectProblem(await list(young, '?since=other'), 404, 'unknown_snapshot');
  });

  it('are refused in the same way for ids as long as the contract allows', async () => {
    for (const id of ['x'.repeat(150), 'x'.repeat(200), encodeURIComponent('𝄞'.repeat(200))])
      expectProblem(await list(id, `?since=${old}`), 404, 'unknown_snapshot');
  });

  it('leave no files behind when the service ends', async () => {
    const tempRoot = await mkdtemp(join(folder, 'temp-'));
    const own = createTestApp({ changes: new ChangeFinder(folder, { onFault: fail, tempRoot }) });
    const { statusCode } = await own.inject({
      url: `/api/v1/snapshots/${young}/changes?since=${old}`,
      headers: { authorization },
    });
    expect(statusCode).toBe(200);
    expect(await readdir(tempRoot)).toHaveLength(1);
    await own.close();
    expect(await readdir(tempRoot)).toEqual([]);
  });
});

const linked = (source: string, id: string) => [{ source: `shop_${source}`, external_id: id }];
/** To Autechre and to a record that is as it was. */
const toConfield = [...linked('artist', 'a2'), ...linked('release', 'r2')];
const rows: [why: string, touched: boolean, input: Omit<TouchedInput, 'library_id'>][] = [
  ['linked to an artist that changed', true, { artist_name: 'x', album_title: 'y', links: linked('artist', 'a1') }],
  ['linked to one that did not', false, { artist_name: 'x', album_title: 'y', links: linked('artist', 'a4') }],
  [
    'linked by a slip to an artist of a new release alone',
    true,
    { artist_name: 'Autecre', album_title: 'Ambr', links: linked('artist', 'a2') },
  ],
  ['linked so, and to an album', false, { artist_name: 'Autecre', album_title: 'Confeild', links: toConfield }],
  [
    'linked to another source of that id',
    false,
    { artist_name: 'x', album_title: 'y', links: linked('release', 'a1') },
  ],
  ['named as an artist that changed, spelled otherwise', true, { artist_name: 'STEREOLAB!', album_title: 'Other' }],
  ['named by the name that came', true, { artist_name: 'Groop Played', album_title: 'Other' }],
  ['named as an artist that is new', true, { artist_name: 'Fall, The', album_title: 'Grotesque' }],
  ['a new release of an artist that is as it was', true, { artist_name: 'Autechre', album_title: 'Amber' }],
  [
    'another release of that artist, found',
    false,
    { artist_name: 'Autechre', album_title: 'Confield', links: toConfield },
  ],
  ['a title with a slip that was found nowhere', true, { artist_name: 'Autechre', album_title: 'Ovrsteps' }],
  ['the same of an artist without news', false, { artist_name: 'Broadcast', album_title: 'Tendr Buttons' }],
  ['an edition that is new', true, { artist_name: 'Autechre', album_title: 'Oversteps', links: toConfield }],
  [
    'another edition of it',
    true,
    { artist_name: 'Autechre', album_title: 'Oversteps (Japanese Edition)', links: toConfield },
  ],
  ['title and artist of a new release, swapped', true, { artist_name: 'Amber', album_title: 'Autechre' }],
  ['a title that is the name of a new artist', true, { artist_name: 'Nothing', album_title: 'The Fall' }],
  ['title and artist of one that is as it was, swapped', false, { artist_name: 'Confield', album_title: 'Autechre' }],
  ['a title that nobody is credited with', true, { artist_name: 'Nobody', album_title: 'Quaristice' }],
  [
    'shelved as a compilation that is new',
    true,
    { artist_name: 'The Pebble Men', album_title: 'Pebbles', shelf_code: 'Z 12' },
  ],
  ['shelved elsewhere', false, { artist_name: 'The Pebble Men', album_title: 'Pebbles', shelf_code: 'R 12' }],
  ['the title of a new release, by another', false, { artist_name: 'Nobody', album_title: 'Amber' }],
  ['a compilation that is new', true, { artist_name: 'Various Artists', album_title: 'Pebbles', is_compilation: true }],
  ['a compilation that is as it was', false, { artist_name: 'Various', album_title: 'Nuggets', is_compilation: true }],
  ['nothing of either', false, { artist_name: 'Nobody', album_title: 'Nothing' }],
  ['no names at all', false, { artist_name: '', album_title: '' }],
];

describe('a record', () => {
  it.each(rows)('%s: %s', async (_why, touched, input) => {
    const response = await find({ snapshot: young, since: old, inputs: [{ library_id: 7, ...input }] });
    expectContract('FindTouchedResponse', response.json());
    expect(response.json()).toEqual({ contract_version: 1, snapshot: young, since: old, touched: touched ? [7] : [] });
  });

  it('is told apart from the others of its page', async () => {
    const inputs = rows.map(([, , input], place) => ({ library_id: place, ...input }));
    const expected = rows.flatMap(([, touched], place) => (touched ? [place] : []));
    expect((await find({ snapshot: young, since: old, inputs })).json().touched).toEqual(expected);
  });

  it('is refused where the question is none', async () => {
    const input = { library_id: 1, artist_name: 'a', album_title: 'b' };
    expectProblem(await find([]), 400, 'malformed_json');
    expectProblem(await find({ snapshot: young, inputs: [input] }), 422, 'invalid_input');
    const many = { snapshot: young, since: old, inputs: Array.from({ length: 1001 }, () => input) };
    expectProblem(await find(many), 413, 'too_many_inputs');
    expectProblem(await find({ snapshot: young, since: 'gone', inputs: [input] }), 404, 'unknown_snapshot');
  });
});
