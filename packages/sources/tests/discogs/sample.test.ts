import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sharedData } from '@deadwax/platform/shared-data';
import { describe, expect, it } from 'vitest';
import { type DumpKindName, isDumpKindName } from '../../src/discogs/kinds.ts';
import { discogsSource } from '../../src/discogs/source.ts';
import { memoryContext } from '../memory-sink.ts';
import { SaxesRecords } from './saxes-records.ts';
import { rowObjects, scan } from './scan.ts';

const folders = ['2020-08-06', 'electronic', 'native'];
const paths = folders.map((folder) => sharedData('dumps/discogs', folder));

async function readFolder(folder: string | null) {
  const context = memoryContext(discogsSource, { allowTruncated: true });
  const reports = [];
  for (const file of await discogsSource.discover(folder!)) {
    reports.push({ ...file, ...(await discogsSource.read(file, context)) });
  }
  const rows = Object.fromEntries(discogsSource.tables.map(({ name }) => [name, context.sink.rows(name).length]));
  return { context, reports, rows };
}

/** Every kind of child counts as a row: sub-tracks are tracks, and credits of sub-tracks are track credits. */
const COUNTS_2020 = {
  ...{ artist: 1000, artist_name_variation: 893, artist_alias: 548, artist_member: 218, artist_url: 460 },
  ...{ label: 1000, label_url: 437, master: 1000, master_artist: 1174, master_genre: 1315, master_style: 1705 },
  ...{ master_video: 2176, release: 1000, release_artist: 5053, release_label: 1135, release_format: 1037 },
  ...{ release_identifier: 1672, release_company: 1678, release_track: 9430, release_track_artist: 6721 },
  release_video: 2324,
};

describe.skipIf(paths[0] === null)('the dump sample of 2020-08-06', () => {
  it('gives the rows that others count in it', async () => {
    const { context, reports, rows } = await readFolder(paths[0]!);
    expect(rows).toMatchObject(COUNTS_2020);
    expect(reports.map(({ kind, records, truncated, dumpDate }) => [kind, records, truncated, dumpDate])).toEqual(
      ['artists', 'labels', 'masters', 'releases'].map((kind) => [kind, 1000, false, '2020-08-06']),
    );
    expect(context.quarantine.count).toBe(0);
  });

  it('keeps unlinked credits, headings, and several credits of one kind', async () => {
    const { context } = await readFolder(paths[0]!);
    const credits = rowObjects(context, 'release_artist');
    const headings = rowObjects(context, 'release_track').filter(({ position }) => position === '');
    const parents = new Set(
      rowObjects(context, 'release_track')
        .filter(({ parent_sequence }) => parent_sequence !== null)
        .map((track) => `${track.release_id} ${track.parent_sequence}`),
    );
    expect(credits.filter(({ extra }) => extra === 0).length).toBe(1242);
    expect(credits.filter(({ extra, anv }) => extra === 0 && anv !== null).length).toBe(131);
    expect(credits.filter(({ extra, anv }) => extra === 1 && anv !== null).length).toBe(755);
    expect(credits.filter(({ artist_id }) => artist_id === null).length).toBe(11);
    expect(credits.filter(({ tracks }) => tracks !== null).length).toBe(673);
    expect(headings.length).toBe(246);
    expect(parents.size).toBe(57);
  });
});

describe.skipIf(paths[1] === null)('the sample in the form of 2025', () => {
  it('is cut off, which is refused unless asked for', async () => {
    const [file] = await discogsSource.discover(paths[1]!);
    await expect(discogsSource.read(file!, memoryContext(discogsSource))).rejects.toMatchObject({ code: 'truncated' });
  });

  it('gives what is whole in it', async () => {
    const { reports, rows, context } = await readFolder(paths[1]!);
    expect(reports.map(({ kind, records, truncated }) => [kind, records, truncated])).toEqual([
      ['artists', 4841, true],
      ['masters', 317, true],
      ['releases', 404, true],
    ]);
    expect(rows).toMatchObject({ artist: 4841, master: 317, release: 404, release_series: 20 });
    expect(rowObjects(context, 'artist_member').every(({ member_id }) => member_id !== null)).toBe(true);
  });
});

describe.skipIf(paths[2] === null)('the sample in native bytes', () => {
  it('gives every record, with plain line ends', async () => {
    const { context, rows } = await readFolder(paths[2]!);
    expect(rows).toMatchObject({ artist: 27, label: 5, master: 46, release: 8, label_sublabel: 15 });
    const contact = rowObjects(context, 'label').find(({ id }) => id === 1)?.contactinfo as string;
    expect(contact.split('\n').slice(0, 2)).toEqual(['Planet E Communications', 'P.O. Box 27218']);
    expect(contact).not.toContain('\r');
  });
});

/** The sample is cut off: the oracle gets what is whole, with its end. */
function wholeXml(path: string, kind: DumpKindName): string {
  const bytes = readFileSync(path);
  const xml = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  const end = `</${kind.slice(0, -1)}>\n`;
  return `${xml.slice(0, xml.lastIndexOf(end))}${end}</${kind}>`;
}

describe.skipIf(paths[0] === null)('against saxes', () => {
  it('finds the same records in every sample', async () => {
    for (const folder of paths) {
      for (const { path, kind } of await discogsSource.discover(folder!)) {
        if (!isDumpKindName(kind)) throw new Error(kind);
        const xml = wholeXml(path, kind);
        const expected: unknown[] = [];
        const saxes = new SaxesRecords(kind, (record) => expected.push(record));
        saxes.write(xml);
        saxes.close();
        const found = scan(kind, [Buffer.from(xml)]);
        expect(found.records).toEqual(expected);
        expect(found).toMatchObject({ bad: [], truncated: false });
      }
    }
  });
});
