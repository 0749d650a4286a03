import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { discogsSource } from '../../src/discogs/source.ts';
import { memoryContext } from '../memory-sink.ts';
import { releasesXml, releaseXml } from './release-xml.ts';
import { readBytes, rowObjects, scan, withFolder } from './scan.ts';

const record = releaseXml(1);
const many = Array.from({ length: 3000 }, (_, k) => releaseXml(k + 1, `<notes>${Math.sin(k)}</notes>`));

describe('what may stand around records', () => {
  const frames: [what: string, xml: string][] = [
    ['a root', releasesXml(record)],
    ['no root, as before mid-2014', record],
    ['no line ends', `<releases>${record.trim()}${releaseXml(2).trim()}</releases>`],
    ['a byte-order mark', `\ufeff${releasesXml(record)}`],
    ['an XML declaration', `<?xml version="1.0" encoding="utf-8"?>\n${releasesXml(record)}`],
    ['a comment', `<!-- <release id="9"> -->${releasesXml('<!-- x -->', record)}<!-- > -->`],
    ['a document type', `<!DOCTYPE releases [<!ELEMENT a (b)>]>${releasesXml(record)}`],
    [
      'blanks in tags',
      releasesXml(record)
        .replaceAll('<title>', '<title  >')
        .replaceAll('</', '</')
        .replaceAll('</title>', '</title\n>'),
    ],
    ['CRLF', releasesXml(record).replaceAll('\n', '\r\n')],
    ['blank lines', `\n\n${releasesXml('\n\n', record, '\n\n')}\n\n`],
  ];
  it.each(frames)('%s', async (_what, xml) => {
    const { report, context } = await readBytes('releases', xml);
    expect(rowObjects(context, 'release')[0]).toMatchObject({ id: 1, title: 'Title 1' });
    expect(report).toMatchObject({ truncated: false, repaired: {}, skipped: {} });
    expect(context.quarantine.records).toEqual([]);
  });

  it('an empty dump is a dump', async () => {
    for (const xml of ['<releases/>', '<releases></releases>', '<releases>\n</releases>\n']) {
      const { report } = await readBytes('releases', xml);
      expect(report).toMatchObject({ records: 0, truncated: false });
    }
  });
});

describe('a dump that ends early', () => {
  const whole = releasesXml(...many.slice(0, 20));
  const cuts: [where: string, xml: string, kept: number][] = [
    ['before the end of the root', whole.slice(0, -'</releases>'.length), 20],
    ['in the end of the root', whole.slice(0, -3), 20],
    ['in a text', whole.slice(0, whole.indexOf('Title 20') + 3), 19],
    ['in a tag', whole.slice(0, whole.indexOf('<release id="20"') + 6), 19],
    ['in an attribute', whole.slice(0, whole.indexOf('id="20"') + 5), 19],
    ['in the first record, without a root', record.slice(0, -12), 0],
    ['in a comment', `${whole.slice(0, -'</releases>'.length)}<!-- `, 20],
  ];
  it.each(cuts)('%s: refused, or kept as far as it goes', async (_where, xml, kept) => {
    await expect(readBytes('releases', xml)).rejects.toMatchObject({ code: 'truncated', name: 'ImportError' });
    const { report, context } = await readBytes('releases', xml, { allowTruncated: true });
    expect(report).toMatchObject({ truncated: true, records: kept });
    expect(context.quarantine.records).toEqual([]);
  });

  it('in the middle of compressed data', async () => {
    const packed = gzipSync(releasesXml(...many));
    const part = packed.subarray(0, packed.length / 2);
    await expect(readBytes('releases', part)).rejects.toMatchObject({ code: 'truncated' });
    const { report, context } = await readBytes('releases', part, { allowTruncated: true });
    expect(report.truncated).toBe(true);
    expect(report.records).toBeGreaterThan(1000);
    expect(context.quarantine.records).toEqual([]);
  });

  it('never in the middle of a character', () => {
    const xml = Buffer.from(`${releasesXml(releaseXml(1, '', 'a'))}\u20ac`);
    expect(scan('releases', [xml.subarray(0, -1)]).repaired).toEqual({ control_character: 0, invalid_utf8: 1 });
  });
});

/** Some bytes in the middle are not what they were. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 20_000; at < 20_400; at += 1) copy[at] = copy[at]! ^ (at & 255);
  return copy;
}

describe('what is no dump', () => {
  const files: [what: string, bytes: string | Uint8Array, code: string][] = [
    ['an empty file', '', 'empty_file'],
    ['blanks', ' \n\n', 'not_a_dump'],
    ['an empty gzip', gzipSync(''), 'not_a_dump'],
    ['text', 'Artist,Title\nA,B\n', 'not_a_dump'],
    ['a web page', '<!DOCTYPE html>\n<html><body>403</body></html>', 'not_a_dump'],
    ['a feed', '<?xml version="1.0"?><rss><channel/></rss>', 'not_a_dump'],
    ['a dump of another kind', '<masters><master id="1"><title>x</title></master></masters>', 'not_a_dump'],
    ['gzip of something else', gzipSync('{"a": 1}'), 'not_a_dump'],
    ['random bytes', Buffer.from(Array.from({ length: 70_000 }, (_, k) => (k * 7919) & 255)), 'not_a_dump'],
    ['a tag that is not one', '<', 'not_a_dump'],
    ['damaged gzip', damaged(gzipSync(many.join(''))), 'corrupt_compression'],
  ];
  it.each(files)('%s', async (_what, content, code) => {
    await expect(readBytes('releases', content)).rejects.toMatchObject({ code, name: 'ImportError' });
    await expect(
      withFolder(async (folder) => {
        const path = join(folder, 'releases.xml.gz');
        writeFileSync(path, content);
        for (const file of await discogsSource.discover(folder))
          await discogsSource.read(file, memoryContext(discogsSource));
      }),
    ).rejects.toMatchObject({ code, name: 'ImportError' });
  });
});

describe('reading', () => {
  it('stops when told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(readBytes('releases', releasesXml(record), { signal: controller.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('says how far it is and lets the sink catch up', async () => {
    const xml = releasesXml(...many);
    const { context } = await readBytes('releases', xml);
    expect(context.progress.at(-1)).toBe(xml.length);
    expect(context.sink.drained).toBeGreaterThan(1);
  });

  it('lets a repeated record replace the earlier one', async () => {
    const { report, context } = await readBytes(
      'releases',
      releasesXml(releaseXml(1, '<genres><genre>a</genre></genres>', 'old'), releaseXml(2), releaseXml(1, '', 'new')),
    );
    expect(rowObjects(context, 'release').map(({ id, title }) => [id, title])).toEqual([
      [2, 'Title 2'],
      [1, 'new'],
    ]);
    expect(rowObjects(context, 'release_genre')).toEqual([]);
    expect(report.records).toBe(3);
  });
});
