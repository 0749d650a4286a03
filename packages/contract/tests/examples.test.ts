import { isInBand, type Method } from '@deadwax/linkage/model';
import { describe, expect, it } from 'vitest';
import document from '../src/generated/openapi.json' with { type: 'json' };
import { operations } from '../src/generated/operations.ts';
import type { BulkResolveLibrariesResponse, BulkResolveResult, Problem } from '../src/schemas.ts';
import { listExamples, validatorOf } from './list-examples.ts';

const valid = listExamples('valid');
const invalid = listExamples('invalid');

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

describe('examples', () => {
  it.each(valid)('accepts $name', ({ schema, value }) => {
    const validate = validatorOf(schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(invalid)('refuses $name for its reason', ({ schema, why, value }) => {
    const validate = validatorOf(schema);
    expect(validate(value)).toBe(false);
    expect(validate.errors?.[0]).toMatchObject({ instancePath: why?.pointer, keyword: why?.keyword });
  });

  it.each(valid)('$name is of a schema that its operation speaks', ({ operation, schema }) => {
    const { request, responses } = operations[operation];
    expect([request, ...Object.values(responses)]).toContain(schema);
  });

  it('cover every message of every operation but the text of metrics', () => {
    const covered = new Set(valid.map(({ operation, schema }) => `${operation} ${schema}`));
    for (const [operation, { request, responses }] of Object.entries(operations)) {
      const messages = [request, responses[200]].filter((schema) => schema !== null);
      for (const schema of messages) expect(covered).toContain(`${operation} ${schema}`);
    }
  });
});

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

describe('problems among the examples', () => {
  it('carry the status that their operation declares', () => {
    for (const { operation, schema, value } of valid) {
      if (schema === 'Problem')
        expect(Object.keys(operations[operation].responses)).toContain(String((value as Problem).status));
    }
  });
});
