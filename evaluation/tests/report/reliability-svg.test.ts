import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { drawReliability } from '../../src/report/reliability-svg.ts';

function parse(svg: string): { name: string; attributes: Record<string, unknown> }[] {
  const tags: { name: string; attributes: Record<string, unknown> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
  parser.write(svg).close();
  return tags;
}

describe('drawReliability', () => {
  const bins = [
    { count: 20, confidence: 0.62, right: 0.55 },
    { count: 40, confidence: 0.93, right: 0.99 },
    { count: 1200, confidence: 1, right: 1 },
  ];

  it('is XML with a mark, a bar and a count for each bin', () => {
    const svg = drawReliability('R&B <of> "all"', bins, 0.0123);
    const tags = parse(svg);
    expect(tags[0]).toMatchObject({ name: 'svg', attributes: { role: 'img' } });
    expect(tags.filter(({ name }) => name === 'circle')).toHaveLength(3);
    expect(tags.filter(({ attributes }) => attributes.class === 'bar')).toHaveLength(3);
    for (const words of [
      '>20<',
      '>40<',
      '>1200<',
      'calibration error 0.0123',
      'share that was right',
      'prefers-color-scheme: dark',
    ])
      expect(svg).toContain(words);
  });

  it('keeps every mark within the drawing', () => {
    const coordinates = parse(drawReliability('x', bins, 0)).flatMap(({ attributes }) =>
      ['cx', 'cy', 'x1', 'x2', 'y1', 'y2'].flatMap((name) => (name in attributes ? [Number(attributes[name])] : [])),
    );
    for (const value of coordinates) expect(value >= 0 && value <= 640).toBe(true);
  });

  it('draws no bins too', () => {
    expect(parse(drawReliability('nothing', [], 0)).some(({ name }) => name === 'circle')).toBe(false);
  });
});
