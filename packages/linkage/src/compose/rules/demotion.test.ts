import { describe, expect, it } from 'vitest';
import { mayReplaceLeg, mayReplaceVerdict } from './demotion.ts';

describe('demotion', () => {
  it.each([
    {
      why: 'corroborated beats single',
      old: ['exact_match', 1],
      next: ['cross_source_agreement', 0.95],
      replaced: true,
    },
    { why: 'a leg has gone', old: ['cross_source_agreement', 0.95], next: ['alias_match', 0.8], replaced: true },
    { why: 'manual resists', old: ['manual', 1], next: ['cross_source_agreement', 1], replaced: false },
    { why: 'manual replaces manual', old: ['manual', 1], next: ['manual', 1], replaced: true },
  ] as const)('of a verdict: $why', ({ old, next, replaced }) => {
    const standing = ([method, confidence]: readonly [(typeof old)[0] | (typeof next)[0], number]) => ({
      method,
      confidence,
    });
    expect(mayReplaceVerdict(standing(old), standing(next))).toBe(replaced);
  });

  it.each([
    { why: 'exact is not replaced by weaker', old: ['exact_match', 1], next: ['trigram', 0.8], replaced: false },
    { why: 'weaker is replaced by better', old: ['trigram', 0.8], next: ['exact_match', 1], replaced: true },
    { why: 'weak is replaced by weaker', old: ['trigram', 0.9], next: ['alias_match', 0.8], replaced: true },
  ] as const)('of a leg: $why', ({ old, next, replaced }) => {
    expect(mayReplaceLeg({ method: old[0], confidence: old[1] }, { method: next[0], confidence: next[1] })).toBe(
      replaced,
    );
  });
});
