import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerChunk, readTexts } from '../../src/engine/chunk.ts';
import { cutInputs, PIECE } from '../../src/engine/cut-inputs.ts';
import { makeInput } from '../api/test-app.ts';
import { toyResolver } from '../api/toy-resolver.ts';

const makeInputs = (count: number) => Array.from({ length: count }, (_, place) => makeInput({ library_id: place + 1 }));
const options = { includeTracks: false, separator: ',' } as const;

describe('inputs that are cut up', () => {
  it('are the same inputs in the same order, in whole pieces but for the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 * PIECE }), (count) => {
        const inputs = makeInputs(count);
        const { rows, pieces } = cutInputs(inputs);
        const cut: unknown[][] = pieces.map((piece) => JSON.parse(piece));
        expect(rows).toBe(count);
        expect(cut.flat()).toEqual(inputs);
        expect(cut.slice(0, -1).every((piece) => piece.length === PIECE)).toBe(true);
        expect(cut.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a chunk', () => {
  const inputs = JSON.stringify(makeInputs(10));
  const ask = (givesWay: boolean) => {
    let pauses = 0;
    const answer = answerChunk(toyResolver, { ...options, inputs, givesWay }, () => {
      pauses += 1;
    });
    return { answer, pauses };
  };

  it('that gives way pauses between every four rows, and says the same', () => {
    expect(ask(true)).toEqual({ ...ask(false), pauses: 2 });
  });

  it('that does not give way never pauses', () => {
    expect(ask(false).pauses).toBe(0);
  });

  it.each([',', '\n'] as const)('ends each result with %j, which is no part of it', (separator) => {
    const answer = answerChunk(toyResolver, { ...options, inputs, separator });
    const texts = readTexts(answer);
    expect(texts.map((text) => JSON.parse(text).library_id)).toEqual(makeInputs(10).map((row) => row.library_id));
    expect(Buffer.from(answer.bytes).toString()).toBe(texts.map((text) => text + separator).join(''));
  });

  it('of no rows is answered with nothing', () => {
    const { bytes, ends, tallies } = answerChunk(toyResolver, { ...options, inputs: '[]', givesWay: true });
    expect([bytes.length, ends.length, tallies]).toEqual([0, 0, []]);
  });
});
