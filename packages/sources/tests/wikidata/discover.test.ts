import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { discoverDumps, dumpDateOfPath } from '../../src/wikidata/discover.ts';
import { useTempFolders } from '../temp-folder.ts';
import { makeDump, PLONE } from './make-entity.ts';

const makeFolder = useTempFolders();
const dump = makeDump([PLONE]);

describe('finding dumps', () => {
  it('takes the dumps of a folder, below it too, and no other JSON', async () => {
    const folder = await makeFolder({
      'wikidata-20260812-all.json.gz': gzipSync(dump),
      'more/b.jsonl': JSON.stringify(PLONE),
      'more/a.ndjson': dump,
      'package.json': '{\n  "name": "x"\n}\n',
      'list.json': '[1, 2]',
      'readme.txt': dump,
    });
    const found = await discoverDumps(folder);
    expect(found.map(({ path, dumpDate }) => [path.slice(folder.length + 1), dumpDate])).toEqual([
      ['more/a.ndjson', null],
      ['more/b.jsonl', null],
      ['wikidata-20260812-all.json.gz', '2026-08-12'],
    ]);
  });

  it('takes a file by any name if it holds entities', async () => {
    const folder = await makeFolder({ dump: gzipSync(dump).subarray(0, 300), 'other.json': '{"name": "x"}', none: '' });
    expect(await discoverDumps(`${folder}/dump`)).toMatchObject([{ kind: 'entities', bytes: 300 }]);
    await expect(discoverDumps(`${folder}/other.json`)).rejects.toMatchObject({ code: 'not_a_dump' });
    await expect(discoverDumps(`${folder}/none`)).rejects.toMatchObject({ code: 'empty_file' });
    await expect(discoverDumps(`${folder}/absent`)).rejects.toMatchObject({ code: 'missing_file' });
    await expect(discoverDumps(await makeFolder({}))).rejects.toMatchObject({ code: 'not_a_dump' });
  });

  it.each([
    ['/d/wikidata-20260812-all.json.gz', '2026-08-12'],
    ['/d/captured-2026-08-12.jsonl', '2026-08-12'],
    ['/entities/20260810/all.json.bz2', '2026-08-10'],
    ['/d/latest-all.json.gz', null],
    ['/d/20261399.json', null],
  ])('reads the date of %s', (path, date) => {
    expect(dumpDateOfPath(path)).toBe(date);
  });
});
