import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/metrics/figures.ts';
import type { Judgement, Outcome } from '../../src/outcome.ts';
import { failsFloor, readBaseline, saveBaseline } from '../../src/report/baseline.ts';
import { describeChanges } from '../../src/report/describe-changes.ts';
import { describeHeadlines } from '../../src/report/describe-headlines.ts';
import { figuresAsJson } from '../../src/report/figures-json.ts';
import { updateFigures } from '../../src/report/figures-table.ts';
import { drawTable, listMisses, percent } from '../../src/report/tables.ts';
import { headlinesOf, isMet } from '../../src/report/targets.ts';

const outcomes = (counts: Partial<Record<Judgement, number>>, group = 'g'): Outcome[] =>
  Object.entries(counts).flatMap(([judgement, count]) =>
    Array.from({ length: count }, (_, place) => ({
      ...{ set: 'albums', group, degradation: null, method: 'exact_match', note: `${judgement} ${place}` },
      answerable: true,
      judgement: judgement as Judgement,
      confidence: judgement === 'correct' ? 0.95 : null,
    })),
  );

const recall = { name: 'albums: recall', value: 0.98, low: 0.97, high: 0.99, target: 0.985, rises: true };
const error = { name: 'harness: wrong of all', value: 0.002, low: null, high: null, target: 0.001, rises: false };

describe('headlines', () => {
  it.each([
    [recall, false],
    [{ ...recall, value: 0.985 }, true],
    [error, false],
    [{ ...error, value: 0.001 }, true],
    [{ ...error, target: null }, true],
  ])('%o met: %s', (headline, met) => {
    expect(isMet(headline)).toBe(met);
  });

  it('prints MISS with the target beside the figure, and the change', () => {
    const text = describeHeadlines([recall, { ...error, value: 0.001 }], { 'albums: recall': 0.985 });
    expect(text).toMatch(/^MISS {2}albums: recall +98 % \(97 %–99 %\) +target ≥ 98\.5 % +−0\.5 %$/m);
    expect(text).toMatch(/^met {3}harness: wrong of all +0\.1 % +target ≤ 0\.1 % +not in the last saved run$/m);
  });

  it('are those that the set has targets for', () => {
    const figures = figuresOf(outcomes({ correct: 3, missed: 1 }));
    expect(headlinesOf('albums', figures)[0]).toMatchObject({ name: 'albums: recall', value: 0.75, target: 0.985 });
    expect(headlinesOf('albums among 100', figures)[0]).toMatchObject({ target: 0.97 });
    expect(headlinesOf('something else', figures)).toEqual([]);
  });
});

describe('failsFloor', () => {
  it.each([
    ['under a floor', recall, { 'albums: recall': 0.981 }, true],
    ['at a floor', recall, { 'albums: recall': 0.98 }, false],
    ['over a ceiling', error, { 'harness: wrong of all': 0.001 }, true],
    ['not pinned', error, {}, false],
  ])('%s', (_, headline, floors, fails) => {
    expect(failsFloor(headline, floors as Record<string, number>)).toBe(fails);
  });
});

describe('the last saved run', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deadwax-baseline-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is empty at first, and keeps sets that a later run leaves out', async () => {
    expect(await readBaseline(folder)).toEqual({ figures: {}, judgements: {} });
    await saveBaseline({ headlines: [error], sets: [{ name: 'harness', outcomes: outcomes({ correct: 1 }) }] }, folder);
    await saveBaseline({ headlines: [recall], sets: [{ name: 'albums', outcomes: outcomes({ missed: 2 }) }] }, folder);
    expect(await readBaseline(folder)).toEqual({
      figures: { 'albums: recall': 0.98, 'harness: wrong of all': 0.002 },
      judgements: { albums: { g: { missed: 2 } }, harness: { g: { correct: 1 } } },
    });
  });

  it('names the groups whose cases were judged otherwise', () => {
    const baseline = { figures: {}, judgements: { albums: { a: { correct: 3, missed: 1 }, b: { correct: 9 } } } };
    const changed = [
      ...outcomes({ correct: 4 }, 'a'),
      ...outcomes({ correct: 2 }, 'b'),
      ...outcomes({ wrong: 1 }, 'c'),
    ];
    expect(describeChanges({ sets: [{ name: 'albums', outcomes: changed }] }, baseline)).toEqual([
      'albums, a: correct +1, missed −1',
    ]);
  });
});

describe('tables', () => {
  it('count each group and all', () => {
    const table = drawTable(
      'by kind',
      [...outcomes({ correct: 3, wrong: 1 }, 'a'), ...outcomes({ missed: 1 }, 'b')],
      (each) => each.group,
    );
    const [, a, b, all] = table.split('\n').map((line) => line.split(/\s+/));
    expect(a?.slice(0, 4)).toEqual(['a', '4', '3', '1']);
    expect(b?.slice(0, 4)).toEqual(['b', '1', '·', '·']);
    expect(all?.slice(0, 4)).toEqual(['all', '5', '3', '1']);
  });

  it('list misses by kind, no more than asked of each', () => {
    const list = listMisses(outcomes({ correct: 5, wrong: 1, missed: 30 }), 3);
    expect(list).toContain('wrong: 1\n  [g] wrong 0');
    expect(list).toContain('missed: 30, of which 3\n');
    expect(list.match(/\[g\] missed/g)).toHaveLength(3);
    expect(list).not.toContain('] correct');
  });

  it.each([
    [1, '100'],
    [0.98765, '98.77'],
    [0.5, '50'],
    [0, '0'],
  ])('%d is %s %%', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe('updateFigures', () => {
  const document = 'Before.\n<!-- written by script/evaluate --save -->\n| figure |\n<!-- end -->\nAfter.\n';

  it('writes a row for each headline, and keeps those of other runs', () => {
    const first = updateFigures(document, [recall]);
    const second = updateFigures(first, [error, { ...recall, value: 0.99 }]);
    expect(first).toContain('| albums: recall | 98 % (97 %–99 %) | ≥ 98.5 % | **missed** |');
    expect(second).toContain('| albums: recall | 99 % (97 %–99 %) | ≥ 98.5 % | met |');
    expect(second).toContain('| harness: wrong of all | 0.2 % | ≤ 0.1 % | **missed** |');
    expect(second.match(/albums: recall/g)).toHaveLength(1);
    expect(second.startsWith('Before.\n') && second.endsWith('\nAfter.\n')).toBe(true);
    expect(updateFigures(second, [])).toBe(second);
  });

  it('wants a place for them', () => {
    expect(() => updateFigures('nothing', [recall])).toThrow('is wanted');
  });
});

describe('figuresAsJson', () => {
  it('says everything, and whether targets are met', () => {
    const sets = [{ name: 'albums', outcomes: outcomes({ correct: 3, missed: 1 }) }];
    const report = JSON.parse(figuresAsJson({ headlines: [recall], sets, notes: ['n'] })) as Record<string, unknown>;
    expect(report).toMatchObject({ headlines: [{ name: 'albums: recall', met: false }], notes: ['n'] });
    expect(report.sets).toMatchObject([
      { name: 'albums', figures: { correct: 3 }, by_group: { g: { missed: 1 } }, reliability: [{ count: 3 }] },
    ]);
  });
});
