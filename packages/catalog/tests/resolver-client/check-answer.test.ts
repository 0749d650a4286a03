import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/resolver-client/check-answer.ts';
import { ResolverInvalidAnswerError } from '../../src/resolver-client/faults.ts';
import type { InputVerdict } from '../../src/resolver-client/outcome.ts';
import { type ParsedRow, parseAnswer } from '../../src/resolver-client/parse-answer.ts';
import { makeAnswer, makeResult } from './samples.ts';

function rowsOf(ids: readonly number[]): ParsedRow[] {
  return ids.map((id) => ({ libraryId: id, result: makeResult({ library_id: id }) }));
}

const show = (verdict: InputVerdict) => (typeof verdict === 'string' ? verdict : verdict.library_id);

describe('cardinality and membership', () => {
  it.each([
    { what: 'whole', asked: [1, 2, 3], answered: [1, 2, 3], results: [1, 2, 3], foreign: [] },
    { what: 'in another order', asked: [1, 2, 3], answered: [3, 1, 2], results: [1, 2, 3], foreign: [] },
    { what: 'short', asked: [1, 2, 3], answered: [1, 3], results: [1, 'missing', 3], foreign: [] },
    { what: 'empty', asked: [1, 2], answered: [], results: ['missing', 'missing'], foreign: [] },
    { what: 'one twice', asked: [1, 2], answered: [1, 2, 1], results: ['untrusted', 2], foreign: [] },
    { what: 'one thrice', asked: [1], answered: [1, 1, 1], results: ['untrusted'], foreign: [] },
    { what: 'one twice for another', asked: [1, 2], answered: [1, 1], results: ['untrusted', 'missing'], foreign: [] },
    { what: 'foreign for another', asked: [1, 2], answered: [1, 9], results: [1, 'missing'], foreign: [9] },
    { what: 'foreign besides', asked: [1, 2], answered: [9, 1, 2, 9], results: [1, 2], foreign: [9] },
    {
      what: 'foreign and twice',
      asked: [1, 2, 3],
      answered: [2, 9, 2],
      results: ['missing', 'untrusted', 'missing'],
      foreign: [9],
    },
    { what: 'asked twice', asked: [1, 1, 2], answered: [1, 2], results: ['untrusted', 'untrusted', 2], foreign: [] },
    { what: 'asked twice, unanswered', asked: [1, 1], answered: [], results: ['missing', 'missing'], foreign: [] },
  ])('$what', ({ asked, answered, results, foreign }) => {
    const checked = checkAnswer(asked, rowsOf(answered));
    expect(checked.results.map(show)).toEqual(results);
    expect(checked.foreign).toEqual(foreign);
  });

  it('gives every input exactly one of verdict, missing and untrusted, whatever is answered', () => {
    const id = fc.integer({ min: 1, max: 12 });
    const row = fc.record({ libraryId: id, wellFormed: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1 }), fc.array(row, { maxLength: 30 }), (asked, answered) => {
        const rows = answered.map(({ libraryId, wellFormed }) => ({
          libraryId,
          result: wellFormed ? makeResult({ library_id: libraryId }) : null,
        }));
        const { results, foreign } = checkAnswer(asked, rows);
        expect(results).toHaveLength(asked.length);
        for (const [place, one] of asked.entries()) {
          const own = rows.filter((each) => each.libraryId === one);
          const expected =
            own.length === 0 ? 'missing' : own.length > 1 ? 'untrusted' : (own[0]!.result ?? 'untrusted');
          expect(results[place]).toBe(expected);
        }
        expect(foreign.every((one) => !asked.includes(one))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the answer', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        ids.chain((answered) =>
          fc.tuple(fc.constant(answered), fc.shuffledSubarray(answered, { minLength: answered.length })),
        ),
        ([answered, shuffled]) => {
          const asked = [1, 2, 3, 4, 5];
          expect(checkAnswer(asked, rowsOf(shuffled)).results).toEqual(checkAnswer(asked, rowsOf(answered)).results);
        },
      ),
    );
  });
});

describe('form', () => {
  it('keeps the good rows of an answer with a bad one', () => {
    const answer = { ...makeAnswer([1, 2, 3]), results: [makeResult({ library_id: 1 }), { library_id: 2 }, null] };
    const parsed = parseAnswer(answer);
    if (parsed instanceof ResolverInvalidAnswerError) throw parsed;
    expect(checkAnswer([1, 2, 3], parsed.rows).results.map(show)).toEqual([1, 'untrusted', 'missing']);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'ok'],
    ['a list', []],
    ['no rows', { ...makeAnswer([1]), results: undefined }],
    ['bad rows only', { ...makeAnswer([1]), results: [{ library_id: 1 }] }],
    ['another contract', { ...makeAnswer([1]), contract_version: 2 }],
    ['no snapshot', { ...makeAnswer([1]), snapshot: undefined }],
    ['stats that are none', { ...makeAnswer([1]), cache_stats: { memory_hits: 'many' } }],
  ])('takes %s for no answer', (_what, body) => {
    expect(parseAnswer(body)).toMatchObject({ code: 'invalid_answer', retryable: false, gatewayStatus: 502 });
  });
});
