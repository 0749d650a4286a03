import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const root = new URL('../../../../', import.meta.url);
const places = [
  'contract/paths/find-touched-libraries.yaml',
  'docs/decisions/0014-a-dump-is-read-again-whole-or-not-at-all.md',
  'docs/operations.md',
];

it('what a change of snapshot touches, and what it does not tell, is said in one wording everywhere', async () => {
  const said = await Promise.all(
    places.map(async (place) => {
      const text = (await readFile(new URL(place, root), 'utf8')).replaceAll(/\s+/g, ' ');
      return /A record is touched where .* Not told are .* every record is touched\./.exec(text)?.[0];
    }),
  );
  expect(said[0]).toBeDefined();
  expect(new Set(said).size).toBe(1);
});
