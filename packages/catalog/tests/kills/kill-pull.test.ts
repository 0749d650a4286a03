import { expect, it } from 'vitest';
import { runKills } from './run-kills.ts';

// Always a server of its own, TEST_DATABASE_URL or not: it is killed.
it('loses no row of a pull and writes none twice, though workers, resolver and database are killed', async () => {
  const { killed, seconds: _seconds, fell: _fell, ...checked } = await runKills({ seed: 7, kills: 3, rows: 300 });
  expect(killed.worker + killed.resolver + killed.database).toBe(3);
  expect(checked).toMatchObject({ rows: 300, lost: 0, doubled: 0, historyMissing: 0, examples: [] });
  expect(checked.counted).toEqual(checked.expected);
}, 300_000);
