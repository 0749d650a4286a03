import { startTestPostgres, type TestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContract, expectProblem } from './expect-contract.ts';
import { openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

describe.each(['pglite', 'postgres'] as const)('rotation, shows and credits over HTTP, on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let catalog: TestCatalog;
  let libraryId: number;

  const call = async (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    catalog.app.inject({ method, url, headers: await signIn('admin'), ...(payload ? { payload } : {}) });

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    catalog = await openTestCatalog(server ? { url: server.url } : { directory: null });
    const added = await call('POST', '/api/v1/library', {
      artist_name: 'Various',
      album_title: 'Trojan Ska',
      label: 'Trojan',
    });
    libraryId = added.json().id;
  }, 60_000);

  afterAll(async () => {
    await catalog?.close();
    await server?.stop();
  });

  it('names an entry of the rotation after the record it is of', async () => {
    const added = await call('POST', '/api/v1/rotation', { library_id: libraryId, bin: 'L' });
    expectContract('add-to-rotation', added);
    expect(added.json()).toMatchObject({
      artist_name: 'Various',
      album_title: 'Trojan Ska',
      label: 'Trojan',
      kill_date: null,
    });
  });

  it('takes records that are in no library by their names, and none without', async () => {
    const named = await call('POST', '/api/v1/rotation', { bin: 'H', artist_name: 'Low', album_title: 'Hey What' });
    expect(named.json()).toMatchObject({ library_id: null, artist_name: 'Low' });
    expectProblem(await call('POST', '/api/v1/rotation', { bin: 'H' }), 422, 'invalid_input');
    expectProblem(await call('POST', '/api/v1/rotation', { bin: 'H', library_id: 999_999 }), 422, 'invalid_input');
  });

  it('lists what is in the rotation today, heaviest first; a kill date ahead is a plan', async () => {
    const { id } = (
      await call('POST', '/api/v1/rotation', { library_id: libraryId, bin: 'M', add_date: '2026-01-01' })
    ).json();
    const ended = await call('PATCH', `/api/v1/rotation/${id}`, { kill_date: '2026-01-02' });
    expectContract('edit-rotation-entry', ended);
    expect(ended.json()).toMatchObject({ bin: 'M', kill_date: '2026-01-02' });
    const active = await call('GET', '/api/v1/rotation');
    expectContract('list-rotation', active);
    expect(active.json().entries.map((entry: { bin: string }) => entry.bin)).toEqual(['H', 'L']);
    const all = await call('GET', '/api/v1/rotation?active=false');
    expect(all.json().entries.map((entry: { bin: string }) => entry.bin)).toEqual(['H', 'M', 'L']);
    await call('PATCH', `/api/v1/rotation/${id}`, { kill_date: '2999-01-01' });
    expect((await call('GET', '/api/v1/rotation')).json().entries).toHaveLength(3);
    expectProblem(await call('PATCH', `/api/v1/rotation/${id}`, { kill_date: '2025-01-01' }), 409, 'conflict');
    expectProblem(await call('PATCH', '/api/v1/rotation/999999', { bin: 'H' }), 404, 'not_found');
  });

  it('ends a show once', async () => {
    const started = await call('POST', '/api/v1/shows', { dj_name: ' Ada ', specialty: 'Dub' });
    expectContract('start-show', started);
    expect(started.json()).toMatchObject({ dj_name: 'Ada', specialty: 'Dub', end_time: null });
    const ended = await call('POST', `/api/v1/shows/${started.json().id}/end`);
    expectContract('end-show', ended);
    expect(ended.json().end_time).not.toBeNull();
    expect((await call('POST', `/api/v1/shows/${started.json().id}/end`)).json()).toEqual(ended.json());
    expectProblem(await call('POST', '/api/v1/shows/999999/end'), 404, 'not_found');
  });

  it('adds credits, skips those that are there, and asks about the record again', async () => {
    const tracks = [
      { artist_name: 'Desmond Dekker', track_title: 'Israelites', track_position: 'A1' },
      { artist_name: 'The Ethiopians', track_title: 'Train to Skaville', track_position: 'A2' },
      { artist_name: 'Nobody Else' },
    ];
    const url = `/api/v1/library/${libraryId}/compilation-tracks`;
    await catalog.db.updateTable('library_attempt').set({ pending_since: null }).execute();
    const added = await call('POST', url, { tracks });
    expectContract('add-compilation-tracks', added);
    expect(added.json()).toMatchObject({ inserted: 3, skipped: 0 });
    expect((await call('GET', `/api/v1/library/${libraryId}`)).json().identity.status).toBe('pending');
    expect((await call('POST', url, { tracks: [...tracks, { artist_name: 'nobody else' }] })).json()).toMatchObject({
      inserted: 1,
      skipped: 3,
    });
    const listed = await call('GET', url);
    expectContract('list-compilation-tracks', listed);
    expect(listed.json().tracks.map((track: { artist_name: string }) => track.artist_name)).toEqual([
      'Desmond Dekker',
      'The Ethiopians',
      expect.stringMatching(/nobody else/i),
      expect.stringMatching(/nobody else/i),
    ]);
    expectProblem(await call('GET', '/api/v1/library/999999/compilation-tracks'), 404, 'not_found');
    expectProblem(await call('POST', '/api/v1/library/999999/compilation-tracks', { tracks }), 404, 'not_found');
  });
});
