import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { closeInTurn } from './close-in-turn.ts';

describe('closing in turn', () => {
  const take = async (steps: Readonly<Record<string, () => Promise<unknown>>>) => {
    const faults: unknown[] = [];
    const isWell = await closeInTurn(steps, { patienceMs: 50, onFault: (error) => faults.push(String(error)) });
    return { isWell, faults };
  };

  it('waits for each step before the next', async () => {
    const taken: string[] = [];
    const steps = {
      first: async () => {
        await sleep(5);
        taken.push('first');
      },
      second: async () => taken.push('second'),
    };
    expect(await take(steps)).toEqual({ isWell: true, faults: [] });
    expect(taken).toEqual(['first', 'second']);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('broken')), 'Error: broken'],
    ['throws', () => JSON.parse('{'), expect.stringContaining('SyntaxError')],
    ['never ends', () => new Promise(() => undefined), 'Error: face did not close within 50 ms'],
  ])('goes on where a step %s, and says so', async (_case, face, fault) => {
    let isFlushed = false;
    const store = async () => {
      isFlushed = true;
    };
    expect(await take({ face, store })).toEqual({ isWell: false, faults: [fault] });
    expect(isFlushed).toBe(true);
  });
});
