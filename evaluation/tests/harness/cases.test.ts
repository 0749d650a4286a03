import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveRow } from '@deadwax/resolver/pipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { degradations } from '../../src/harness/degradations/degradations.ts';
import { judge } from '../../src/harness/judge.ts';
import { type Background, prepareBackground } from '../../src/harness/reference/background.ts';
import { toInput } from '../../src/harness/row.ts';
import { prepareSeed } from '../../src/harness/run-harness.ts';
import { scenarios } from '../../src/harness/scenarios/scenarios.ts';

const folder = mkdtempSync(join(tmpdir(), 'deadwax-harness-'));
let background: Background;
let seed: Awaited<ReturnType<typeof prepareSeed>>;

beforeAll(async () => {
  background = await prepareBackground(folder, { seed: 41, artists: 1200, worksPerArtist: 3 }, false);
  seed = await prepareSeed(1, background, folder);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('cases of a seed', () => {
  it('are many, of many scenarios and degradations, and a third to a half of them without an answer', () => {
    const { cases } = seed;
    const unanswerable = cases.filter(({ truth }) => truth.releases.size === 0 && !truth.artistOnly).length;
    expect(cases.length).toBeGreaterThanOrEqual(5000);
    expect(unanswerable / cases.length).toBeGreaterThan(0.3);
    expect(unanswerable / cases.length).toBeLessThan(0.5);
    expect(new Set(cases.map(({ scenario }) => scenario)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map(({ degradation }) => degradation)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(degradations.length).toBeGreaterThanOrEqual(30);
  });

  it('are the same each time, and others for another seed', async () => {
    const again = await prepareSeed(1, background, folder);
    const other = await prepareSeed(2, background, folder);
    const rows = ({ cases }: typeof seed) => cases.map(({ row, truth }) => JSON.stringify([row, [...truth.releases]]));
    expect(rows(again)).toEqual(rows(seed));
    const known = new Set(rows(seed));
    expect(rows(other).filter((row) => known.has(row)).length / other.cases.length).toBeLessThan(0.02);
  }, 90_000);

  it('ask for what the reference has or lacks, as they say', () => {
    const { index } = seed.reference;
    const there = new Set<string>();
    for (let release = 0; release < index.meta.releases; release += 1)
      there.add(`${index.releaseSource(release).name} ${index.releaseId(release)}`);
    for (let artist = 0; artist < index.meta.artists; artist += 1)
      there.add(`${index.artistSource(artist).name} ${index.artistId(artist)}`);
    expect([...seed.plan.withheld].filter((id) => there.has(id))).toEqual([]);
    const promised = seed.cases.flatMap(({ truth }) => [...truth.releases, ...truth.artists]);
    expect(promised.filter((id) => !there.has(id))).toEqual([]);
  });

  it('leave no link to what was left out', () => {
    const { reference, plan } = seed;
    const linked = [...plan.withheld].filter((id) => {
      const [source, number] = id.split(' ') as [string, string];
      return reference.index.linksOf(source, number).length > 0;
    });
    expect(linked).toEqual([]);
  });

  it('are answered rightly for the most part where nothing was done to the row', () => {
    const plain = seed.cases.filter(({ degradation }) => degradation === 'none');
    const judged = plain.map(({ row, truth }, place) =>
      judge(resolveRow(toInput(row, place + 1), seed.reference, { includeTracks: false }), truth),
    );
    const right = judged.filter(({ judgement }) => judgement === 'correct' || judgement === 'abstained');
    expect(right.length / judged.length).toBeGreaterThan(0.9);
  });
});
