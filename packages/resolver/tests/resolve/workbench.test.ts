import { describe, expect, it } from 'vitest';
import { type Chunk, readTexts } from '../../src/engine/chunk.ts';
import { type Desk, type Workbench, workBeside, workHere } from '../../src/engine/workbench.ts';
import { makeInput } from '../api/test-app.ts';
import { toyResolver } from '../api/toy-resolver.ts';

/** A workbench that notes what it is asked. */
function watch(bench: Workbench) {
  const asked: { desk: Desk; givesWay: boolean | undefined }[] = [];
  const answer: Workbench['answer'] = (chunk, signal, desk) => {
    asked.push({ desk, givesWay: chunk.givesWay });
    return bench.answer(chunk, signal, desk);
  };
  return { bench: { ...bench, answer }, asked };
}

describe('a resolver that asks outside, laid over a workbench', () => {
  it.each([
    ['common', true],
    ['common', false],
    ['reserved', false],
  ] as const)('has it work at the %s desk, giving way: %s', async (desk, givesWay) => {
    const { bench, asked } = watch(workHere(toyResolver));
    const beside = workBeside(bench, (resolver) => ({
      ...resolver,
      resolve: async (...question) => ({ results: await resolver.resolve(...question), calls: 1, ms: 2 }),
    }));
    const chunk: Chunk = { inputs: JSON.stringify([makeInput({})]), includeTracks: false, separator: ',', givesWay };
    const answer = await beside.answer(chunk, new AbortController().signal, desk);
    expect(asked).toEqual([{ desk, givesWay }]);
    expect(readTexts(answer).map((text) => JSON.parse(text).kind)).toEqual(['single_artist']);
    expect([answer.calls, answer.ms]).toEqual([1, 2]);
  });
});
