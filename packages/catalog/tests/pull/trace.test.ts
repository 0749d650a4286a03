import { type Attributes, type SpanOptions, type Tracer, trace } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyCounters, flattenCounters } from '../../src/pull/counters.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';

/** A tracer that keeps what spans are made with. */
function recordSpans(): { name: string; attributes: Attributes }[] {
  const spans: { name: string; attributes: Attributes }[] = [];
  const startSpan = (name: string, { attributes = {} }: SpanOptions = {}) => {
    spans.push({ name, attributes });
    const later = (more: Attributes) => Object.assign(attributes, more);
    const span = {
      setAttributes: later,
      setAttribute: () => undefined,
      end: () => undefined,
      setStatus: () => undefined,
    };
    return { ...span, spanContext: () => ({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }) };
  };
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan }) as unknown as Tracer });
  return spans;
}

const kinds: Seed[] = [{ title: 'Album 0' }, { title: 'Album 1' }, { title: 'Sampler', letters: 'Z' }];
const names = Object.keys(flattenCounters(emptyCounters()));

describe.each(dialects)('spans of a pull on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterEach(() => trace.disable());
  afterAll(() => test?.close());

  it('are one of the run, with every counter of each cohort as a number, and one of each call', async () => {
    await seedRows(test.db, kinds);
    const spans = recordSpans();
    const { runId } = await test.pull({ batchSize: 1 }, {}, 1);
    expect(spans.map(({ name }) => name)).toEqual([
      ...Array(3).fill('lml.bulk_resolve_libraries'),
      'library-identity-consumer.run',
    ]);
    expect(spans[0]?.attributes).toMatchObject({
      'lml.batch_size': 1,
      'lml.caller': 'pull',
      'lml.cache.memory_hits': 2,
    });
    const { attributes = {} } = spans.at(-1) ?? {};
    const expected = ['va', 'non_va'].flatMap((cohort) => names.map((name) => `consumer.${cohort}.${name}`));
    expect(Object.keys(attributes).toSorted()).toEqual(['job.run_id', ...expected].toSorted());
    expect(Object.values(attributes).every((value) => typeof value === 'number')).toBe(true);
    expect(attributes).toMatchObject({
      'job.run_id': runId,
      'consumer.va.scanned': 1,
      'consumer.va.rows_resolved_compilation': 1,
      'consumer.non_va.scanned': 2,
      'consumer.non_va.rows_resolved': 2,
      'consumer.non_va.lml_total_calls': 2,
      'consumer.non_va.rows_skipped.lml_error': 0,
    });
  });

  it('are of a drain of their own where compilations are rechecked', async () => {
    await seedRows(test.db, kinds);
    await test.pull();
    const spans = recordSpans();
    await test.pull({ recheck: true });
    const { attributes = {} } = spans.at(-1) ?? {};
    expect(Object.keys(attributes).toSorted()).toEqual(
      ['job.run_id', ...names.map((name) => `consumer.recheck.${name}`)].toSorted(),
    );
    expect(attributes['consumer.recheck.scanned']).toBe(1);
  });
});
