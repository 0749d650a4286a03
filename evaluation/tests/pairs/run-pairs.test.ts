import { sharedData } from '@deadwax/platform/shared-data';
import { describe, expect, it } from 'vitest';
import { runPairs } from '../../src/pairs/run-pairs.ts';

const isAbsent = sharedData('labelled', 'itunes-amazon-train.txt.gz') === null;

describe('runPairs', () => {
  it.skipIf(isAbsent)(
    'says the same of the same data, and accounts for every pair',
    async () => {
      const [first, second] = [await runPairs(), await runPairs()];
      const figures = (run: typeof first) =>
        JSON.stringify(run, (_, value) => (typeof value === 'function' ? null : value));
      expect(figures(second)).toBe(figures(first));
      const { outcomes, wrong, valid, validUnknown } = first!;
      expect(outcomes).toHaveLength(109);
      expect(valid).toMatchObject({ pairs: 109, matches: 27 });
      expect(validUnknown.pairs).toBeLessThan(valid.pairs);
      expect(outcomes.filter(({ judgement }) => judgement === 'missed' || judgement === 'linked')).toHaveLength(
        wrong.length,
      );
      expect(valid.f1).toBeGreaterThan(0.9);
    },
    120_000,
  );
});
