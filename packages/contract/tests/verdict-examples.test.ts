import { isInBand, type Method } from '@deadwax/linkage/model';
import { describe, expect, it } from 'vitest';
import document from '../src/generated/openapi.json' with { type: 'json' };
import type { BulkResolveLibrariesResponse, BulkResolveResult } from '../src/schemas.ts';
import { resolver } from './contracts.ts';
import { listExamples } from './list-examples.ts';

const valid = listExamples(resolver, 'valid');

function resultsOf(schema: string, value: unknown): readonly BulkResolveResult[] {
  return schema === 'BulkResolveLibrariesResponse' ? (value as BulkResolveLibrariesResponse).results : [];
}

/** Every pair of method and confidence in a verdict: its own, its sources', its tracks', its candidates'. */
function listClaims(result: BulkResolveResult): { method: string | null; confidence: number | null }[] {
  const tracks = (result.tracks ?? []).flatMap((track) => [track, ...track.sources]);
  return [
    result,
    ...result.provenance,
    ...tracks,
    ...result.candidates.filter(({ confidence }) => confidence !== null),
  ];
}

describe('verdicts among the examples', () => {
  const claims = valid.flatMap(({ name, schema, value }) =>
    resultsOf(schema, value).flatMap((result) => listClaims(result).map((claim) => ({ name, ...claim }))),
  );

  it.each(claims)('$name keeps $method at $confidence within its band', ({ method, confidence }) => {
    expect(confidence === null).toBe(method === null);
    if (method !== null && confidence !== null) expect(isInBand(method as Method, confidence)).toBe(true);
  });

  it('show every method, every kind and every reason', () => {
    const { IdentityMethod, BulkResolveResultKind, ProvenanceEntry } = document.components.schemas;
    const results = valid.flatMap(({ schema, value }) => resultsOf(schema, value));
    const methods = new Set(claims.map(({ method }) => method).filter((method) => method !== null));
    expect(methods).toEqual(new Set(IdentityMethod.enum));
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(BulkResolveResultKind.enum));
    const reasons = results.flatMap(({ provenance }) => provenance.map(({ reason }) => reason));
    expect(new Set(reasons)).toEqual(new Set(ProvenanceEntry.properties.reason.enum));
  });
});
