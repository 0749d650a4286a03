import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ReadOptions, readDump } from '../../src/wikidata/read.ts';
import { wikidataSource } from '../../src/wikidata/source.ts';
import { memoryContext } from '../memory-sink.ts';
import { useTempFolders } from '../temp-folder.ts';
import { GHOST_BOX, makeDump, makeItem, PLONE, PUZZLEWOOD, SCOTLAND, textClaim } from './make-entity.ts';

const makeFolder = useTempFolders();
const [plone, puzzlewood, scotland] = [PLONE, PUZZLEWOOD, SCOTLAND].map((entity) => JSON.stringify(entity));

async function read(content: string | Uint8Array, options: ReadOptions & { allowTruncated?: boolean } = {}) {
  const folder = await makeFolder({ 'entities.json': content });
  const context = memoryContext(wikidataSource, { allowTruncated: options.allowTruncated ?? false });
  const file = { path: `${folder}/entities.json`, kind: 'entities', bytes: content.length, dumpDate: null };
  const report = await readDump(file, context, options);
  const qids = context.sink.rows('entity').map(([qid]) => qid);
  return { report, qids, bad: context.quarantine.records, rows: context.sink };
}

const BOTH = ['Q7206097', 'Q90000001'];

describe('the ways in which entities stand in a file', () => {
  it.each([
    ['as published', `[\n${plone},\n${scotland},\n${puzzlewood}\n]\n`],
    ['with CRLF', `[\r\n${plone},\r\n${puzzlewood}\r\n]\r\n`],
    ['without a last newline', `[\n${plone},\n${puzzlewood}\n]`],
    ['with a comma after the last', `[\n${plone},\n${puzzlewood},\n]\n`],
    ['without brackets', `${plone}\n${puzzlewood}\n`],
    ['without brackets and last newline', `${plone}\n${puzzlewood}`],
    ['without brackets but with commas', `${plone},\n${puzzlewood},\n`],
    ['with blank lines', `\n[\n\n${plone},\n  \n${puzzlewood}\n\n]\n\n`],
    ['with brackets on the entities’ lines', `[${plone},\n${puzzlewood}]\n`],
    ['in one line', `[${plone},${puzzlewood}]`],
    ['with a byte-order mark', `\uFEFF[\n${plone},\n${puzzlewood}\n]\n`],
    ['one dump after another', `[\n${plone}\n]\n[\n${puzzlewood}\n]\n`],
  ])('reads them %s', async (_name, content) => {
    const { report, qids, bad } = await read(content);
    expect(qids).toEqual(BOTH);
    expect(bad).toEqual([]);
    expect(report).toMatchObject({ records: 2, truncated: false });
  });

  it('reads the same whatever the pieces', async () => {
    const content = makeDump([PLONE, SCOTLAND, PUZZLEWOOD, GHOST_BOX]);
    const whole = await read(content);
    for (const pieceBytes of [1, 7, 1000]) {
      const cut = await read(content, { pieceBytes });
      expect(wikidataSource.tables.map(({ name }) => cut.rows.rows(name))).toEqual(
        wikidataSource.tables.map(({ name }) => whole.rows.rows(name)),
      );
    }
  });

  it('reads an entity of several megabytes', async () => {
    const aliases = Array.from({ length: 60_000 }, (_, index) => `Name number ${index}`);
    const huge = makeItem('Q77', {
      labels: { en: 'Huge' },
      aliases: { en: aliases },
      claims: { P1953: [textClaim('7')] },
    });
    const { rows, report } = await read(makeDump([PLONE, huge, PUZZLEWOOD]));
    expect(report.records).toBe(3);
    expect(rows.rows('entity_alias')).toHaveLength(aliases.length + 3);
  });
});

describe('files that end early', () => {
  it.each([
    ['without the closing bracket', `[\n${plone},\n`, ['Q7206097']],
    ['in the middle of an entity', `[\n${plone},\n${puzzlewood?.slice(0, 200)}`, ['Q7206097']],
    ['in the middle of an entity we would not keep', `[\n${plone},\n${scotland?.slice(0, 40)}`, ['Q7206097']],
    ['behind a brace', `[\n${plone},\n${puzzlewood?.slice(0, puzzlewood.indexOf('}') + 1)}`, ['Q7206097']],
    ['behind a bracket', `[\n${plone},\n${puzzlewood?.slice(0, puzzlewood.indexOf(']') + 1)}`, ['Q7206097']],
    ['in a list without brackets', `${plone}\n${puzzlewood?.slice(0, 100)}`, ['Q7206097']],
    ['behind the opening bracket', '[\n', []],
  ])('are refused, or read as far as they go: cut %s', async (_name, content, kept) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'truncated' });
    const { report, qids, bad } = await read(content, { allowTruncated: true });
    expect([report.truncated, qids, bad]).toEqual([true, kept, []]);
  });

  it('are refused when the compression ends early', async () => {
    const packed = gzipSync(makeDump([PLONE, PUZZLEWOOD]));
    const cut = packed.subarray(0, packed.length - 100);
    await expect(read(cut)).rejects.toMatchObject({ code: 'truncated' });
    expect((await read(cut, { allowTruncated: true })).report.truncated).toBe(true);
  });
});

describe('records that cannot be used', () => {
  it('go to quarantine with their offset, and leave the others alone', async () => {
    const broken = puzzlewood?.replace('"rank"', '"rank') ?? '';
    const { report, qids, bad } = await read(`[\n${broken},\n{"labels":\n${plone}\n]\n`);
    expect(qids).toEqual(['Q7206097']);
    expect(report.records).toBe(1);
    expect(bad).toMatchObject([
      { offset: 2, reason: 'invalid_json', excerpt: broken.slice(0, 500) },
      { offset: 2 + broken.length + 2, reason: 'invalid_json', excerpt: '{"labels":' },
    ]);
  });

  it.each([
    ['no id', { type: 'item', labels: {}, claims: PLONE.claims }, 'missing_id'],
    ['an id that is none', { ...PLONE, id: 'Plone' }, 'missing_id'],
    ['nothing of an entity', { P434: 1 }, 'not_an_entity'],
  ])('are told apart: %s', async (_name, entity, reason) => {
    const { bad, qids } = await read(makeDump([entity, PUZZLEWOOD]));
    expect([bad.map((each) => each.reason), qids]).toEqual([[reason], ['Q90000001']]);
  });

  it('are lines beyond the limit', async () => {
    const { bad, qids } = await read(makeDump([PUZZLEWOOD, PLONE]), { maxLineBytes: 1300, pieceBytes: 100 });
    expect(bad.map(({ reason, offset }) => [reason, offset])).toEqual([['line_too_long', 2]]);
    expect(qids).toEqual(['Q7206097']);
  });

  it('have broken characters replaced and counted', async () => {
    const bytes = Buffer.from(makeDump([PLONE]));
    bytes[bytes.indexOf(Buffer.from('プ')) + 1] = 0x20;
    const { report, bad } = await read(bytes);
    expect([report.records, report.repaired.invalid_utf8, bad]).toEqual([1, 1, []]);
  });
});

describe('files that are no dump', () => {
  it.each([
    ['', 'empty_file'],
    ['\n\n', 'empty_file'],
    ['<artists>\n</artists>\n', 'not_a_dump'],
  ])('%j is refused', async (content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });

  it('counts what it leaves out', async () => {
    const { report } = await read(
      makeDump([SCOTLAND, { type: 'property', id: 'P434', labels: {}, claims: {} }, PLONE]),
    );
    expect(report).toMatchObject({ records: 1, skipped: { not_music: 1, not_item: 1 } });
    expect(report.repaired).toEqual({ invalid_utf8: 0, malformed_identifier: 1 });
  });
});
