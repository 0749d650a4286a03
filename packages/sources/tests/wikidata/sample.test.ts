import { sharedData } from '@deadwax/platform/shared-data';
import { describe, expect, it } from 'vitest';
import { wikidataSource } from '../../src/wikidata/source.ts';
import { memoryContext } from '../memory-sink.ts';

const folder = sharedData('dumps/wikidata');

async function readSample(allowTruncated: boolean) {
  const context = memoryContext(wikidataSource, { allowTruncated });
  const reports = [];
  for (const file of await wikidataSource.discover(folder!)) reports.push(await wikidataSource.read(file, context));
  return { reports, sink: context.sink, bad: context.quarantine.records };
}

describe.skipIf(folder === null)('the first lines of a real dump', () => {
  it('are refused for want of their end', async () => {
    await expect(readSample(false)).rejects.toMatchObject({
      code: 'truncated',
      message: expect.stringContaining('entities.json.gz ends early'),
    });
  });

  it('are read when that is allowed', async () => {
    const { reports, bad } = await readSample(true);
    expect(bad).toEqual([]);
    expect(
      reports.map(({ records, skipped, truncated, dumpDate }) => [records, skipped.not_music, truncated, dumpDate]),
    ).toEqual([
      [2, 0, false, '2026-08-12'],
      [2, 47, true, null],
    ]);
  });

  it('give the identifiers of Beethoven and of Coldplay', async () => {
    const { sink } = await readSample(true);
    const ids = (qid: string) =>
      sink.rows('claim_external_id').flatMap((row) => (row[0] === qid ? [`${row[1]} ${row[2]}`] : []));
    expect(ids('Q255')).toEqual([
      'P434 1f9df192-a621-4f54-8850-2c5373b7eac9',
      'P1953 95544',
      'P1902 2wOqMjp9TyABvtHdOSOTUS',
      'P1728 mn0000536126',
    ]);
    expect(ids('Q45188')).toEqual([
      'P434 cc197bad-dc9c-440d-a5b5-d52ba2e14234',
      'P1953 29735',
      'P1902 4gzpq5DPGxSnKTe4SA8HAU',
      'P2850 471744',
    ]);
    const labels = sink.rows('entity_label').filter(([qid]) => qid === 'Q255');
    expect(labels).toContainEqual(['Q255', 'ja', 'ルートヴィヒ・ヴァン・ベートーヴェン']);
    const occupations = sink.rows('claim_item').filter(([qid, property]) => qid === 'Q255' && property === 'P106');
    expect(occupations[0]).toEqual(['Q255', 'P106', 1, 'Q36834', 'preferred', true]);
    expect(occupations.filter((row) => row[5] === true)).toHaveLength(1);
  });
});
