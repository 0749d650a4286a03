import { describe, expect, it } from 'vitest';
import { releasesXml, releaseXml } from './release-xml.ts';
import { readBytes, rowObjects, scan } from './scan.ts';

async function read(xml: string | Uint8Array, options: Parameters<typeof readBytes>[2] = {}) {
  const { report, context } = await readBytes('releases', xml, options);
  const releases = rowObjects(context, 'release');
  return { report, context, releases, bad: context.quarantine.records };
}

function bytes(...parts: (string | Iterable<number>)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))));
}

describe('control characters', () => {
  const places: [where: string, xml: (control: string) => string][] = [
    ['text', (c) => releasesXml(releaseXml(1, '', `Ti${c}tle`))],
    ['an element name', (c) => releasesXml(releaseXml(1, '', 'Title')).replace('<title>', `<tit${c}le>`)],
    ['a closing tag', (c) => releasesXml(releaseXml(1, '', 'Title')).replace('</title>', `</ti${c}tle>`)],
    ['an attribute', (c) => releasesXml(releaseXml(`${c}1`, '', 'Title'))],
    ['between records', (c) => releasesXml(`${releaseXml(1, '', 'Title')}${c}`)],
    ['the very beginning', (c) => c + releasesXml(releaseXml(1, '', 'Title'))],
  ];
  it.each(places)('are dropped in %s', async (_where, xml) => {
    for (const code of [0x00, 0x07, 0x0b, 0x0c, 0x0e, 0x1f]) {
      const { releases, report, bad } = await read(xml(String.fromCharCode(code)));
      expect(releases).toMatchObject([{ id: 1, title: 'Title' }]);
      expect(report.repaired).toEqual({ control_character: 1 });
      expect(bad).toEqual([]);
    }
  });

  it.each(['&#x7;', '&#7;', '&#0;', '&#xFFFE;', '&#xD800;', '&#55357;', '&#x110000;', '&#x1F;'])(
    'are dropped when written %s',
    async (reference) => {
      const { releases, report } = await read(releasesXml(releaseXml(1, '', `Ti${reference}tle`)));
      expect(releases).toMatchObject([{ title: 'Title' }]);
      expect(report.repaired).toEqual({ control_character: 1 });
    },
  );

  it('leaves tab, line end and non-breaking space', async () => {
    const { releases, report } = await read(releasesXml(releaseXml(1, '', 'a\tb\nc\u00a0d\u200e&#9;')));
    expect(releases).toMatchObject([{ title: 'a\tb\nc\u00a0d\u200e\t' }]);
    expect(report.repaired).toEqual({});
  });
});

describe('invalid UTF-8', () => {
  const broken: [what: string, raw: number[], shown: string][] = [
    ['a lone continuation byte', [0x80], '\ufffd'],
    ['a Latin-1 letter', [0xe9], '\ufffd'],
    ['a cut-off character', [0xe2, 0x82], '\ufffd'],
    ['an overlong slash', [0xc0, 0xaf], '\ufffd\ufffd'],
    ['a surrogate', [0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
  ];
  it.each(broken)('becomes U+FFFD: %s', async (_what, raw, shown) => {
    const { releases, report } = await read(
      bytes(
        '<releases><release id="1"><artists><artist><id>7</id><name>A',
        raw,
        '</name></artist></artists><title>ok</title></release></releases>',
      ),
    );
    expect(releases).toMatchObject([{ id: 1, title: 'ok' }]);
    expect(report.repaired).toEqual({ invalid_utf8: [...shown].length });
  });

  it('is not counted where the dump itself says U+FFFD', async () => {
    const { releases, report } = await read(releasesXml(releaseXml(1, '', 'a\ufffdb')));
    expect(releases).toMatchObject([{ title: 'a\ufffdb' }]);
    expect(report.repaired).toEqual({});
  });

  it('stops the import when there is much of it', async () => {
    const latin1 = Buffer.from(
      releasesXml(...Array.from({ length: 2000 }, (_, k) => releaseXml(k + 1, '', 'Bj\u00f6rk'))),
      'latin1',
    );
    await expect(read(latin1)).rejects.toMatchObject({ code: 'too_many_bad_records', name: 'ImportError' });
  });
});

describe('records that cannot be used', () => {
  const broken: [what: string, record: string][] = [
    ['an element without its end', '<release id="2"><title>x</release>'],
    ['a record without its end', '<release id="2"><title>x</title>'],
    ['a record cut off in a text', '<release id="2"><title>x'],
    ['a record cut off in a tag', '<release id="2"><tit'],
    ['a record cut off in an attribute', '<release id="2'],
    ['wrong nesting', '<release id="2"><a><b></a></b></release>'],
    ['a bare ampersand', '<release id="2"><artists/><title>AT&T</title></release>'],
    ['an unknown entity', '<release id="2"><title>&nbsp;</title></release>'],
    ['a bare <', '<release id="2"><title>a < b</title></release>'],
    ['an attribute without quotes', '<release id=2><title>x</title></release>'],
    ['an attribute without value', '<release id="2" status><title>x</title></release>'],
    ['a "<" in an attribute', '<release id="2" status="<"><title>x</title></release>'],
    ['text between records', 'hello'],
    ['another element', '<master id="2"><title>x</title></master>'],
    ['a record within a record', '<release id="2"><title><release id="9"></title></release>'],
  ];
  it.each(broken)('%s: the others are kept', async (_what, record) => {
    const xml = `<releases>\n${releaseXml(1)}${record}\n${releaseXml(3)}${releaseXml(4)}</releases>`;
    const { releases, bad } = await read(xml);
    expect(releases.map(({ id }) => id)).toEqual([1, 3, 4]);
    expect(bad[0]).toMatchObject({ offset: xml.indexOf(record), reason: 'invalid_xml' });
    expect(bad[0]?.excerpt.startsWith(record.slice(0, 5))).toBe(true);
    expect(bad[0]?.excerpt).not.toContain('id="3"');
  });

  it.each([
    '<release>',
    '<release id="">',
    '<release id="x">',
    '<release id="0">',
    '<release id="-4">',
    '<release status="Accepted">',
  ])('puts %s aside for its missing id', async (tag) => {
    const record = releaseXml(2).replace('<release id="2">', tag);
    const xml = releasesXml(releaseXml(1), record, releaseXml(3));
    const { releases, bad } = await read(xml);
    expect(releases.map(({ id }) => id)).toEqual([1, 3]);
    expect(bad).toMatchObject([{ offset: xml.indexOf(tag), reason: 'missing_id', excerpt: record.trimEnd() }]);
  });

  it('tells the offset in the raw bytes, whatever was repaired before', async () => {
    const head = bytes(
      '<releases>',
      [0x07, 0x07],
      releaseXml(1, '', 'Bj\u00f6rk'),
      [0x00],
      '<release id="5"><title>',
      [0xe9, 0xff],
      '</title><artists><artist/></artists></release>',
    );
    const { bad } = await read(
      bytes(head, '<release><title/></release>', [0x01], '<release><title/></release></releases>'),
    );
    expect(bad.map(({ offset }) => offset)).toEqual([head.length, head.length + 28]);
  });

  it('skips and counts releases without title or artists', async () => {
    const { report, releases } = await read(
      releasesXml(
        releaseXml(1),
        releaseXml(2, '', ''),
        releaseXml(3, '', ' \n'),
        '<release id="4"><title>x</title></release>',
        '<release id="5"><artists/><title>x</title></release>',
      ),
    );
    expect(releases.map(({ id }) => id)).toEqual([1]);
    expect(report).toMatchObject({ records: 1, skipped: { no_title: 2, no_artists: 2 } });
  });

  it('puts a record aside that is larger than any record, and goes on', () => {
    const huge = releaseXml(2, `<notes>${'x'.repeat(20_000)}</notes>`);
    const xml = releasesXml(releaseXml(1), huge, releaseXml(3));
    const { records, bad } = scan('releases', [Buffer.from(xml)], { windowBytes: 256, maxRecordBytes: 4096 });
    expect(records).toMatchObject([{ id: 1 }, { id: 3 }]);
    expect(bad).toMatchObject([{ reason: 'record_too_large', offset: xml.indexOf(huge) }]);
    expect(bad[0]?.excerpt.length).toBe(500);
  });
});

describe('labels, whose records nest', () => {
  const label = (id: number, inside = '') => `<label><id>${id}</id><name>L${id}</name>${inside}</label>\n`;
  const sublabels = '<sublabels><label id="8">Eight</label><label>Old</label><label/></sublabels>';

  it('reads sublabels as such', () => {
    const { records, bad } = scan('labels', [Buffer.from(`<labels>${label(1, sublabels)}${label(2)}</labels>`)]);
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      {
        id: 1,
        sublabels: [
          { id: 8, name: 'Eight' },
          { id: null, name: 'Old' },
        ],
      },
      { id: 2, sublabels: [] },
    ]);
  });

  it('does not take a sublabel of a damaged label for a record', () => {
    const damaged = `<label><id>1</id><name>L1${sublabels}</label>\n`;
    const { records, bad } = scan('labels', [Buffer.from(`<labels>${damaged}${label(2)}${label(3)}</labels>`)]);
    expect(records).toMatchObject([{ id: 2 }, { id: 3 }]);
    expect(bad).toHaveLength(1);
  });
});
