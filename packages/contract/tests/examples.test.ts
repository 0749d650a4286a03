import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/schemas.ts';
import { type Contract, catalog, resolver } from './contracts.ts';
import { listExamples } from './list-examples.ts';

function validatorOf({ validators }: Contract, schema: string): Contract['validators'][string] {
  const validate = validators[`validate${schema}`];
  if (!validate) throw new Error(`no validator for ${schema}`);
  return validate;
}

describe.each([resolver, catalog])('examples of the $name', (contract) => {
  const valid = listExamples(contract, 'valid');
  const invalid = listExamples(contract, 'invalid');
  // Problems that any operation may answer with stand in a folder of their own.
  const ofOperations = valid.filter(({ operation }) => operation !== 'problems');

  it.each(valid)('accepts $name', ({ schema, value }) => {
    const validate = validatorOf(contract, schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(invalid)('refuses $name for its reason', ({ schema, why, value }) => {
    const validate = validatorOf(contract, schema);
    expect(validate(value)).toBe(false);
    expect(validate.errors?.[0]).toMatchObject({ instancePath: why?.pointer, keyword: why?.keyword });
  });

  it.each(ofOperations)('$name is of a schema that its operation speaks', ({ operation, schema }) => {
    const { request, responses } = contract.operations[operation]!;
    expect([request, ...Object.values(responses)]).toContain(schema);
  });

  it('cover every message of every operation but the text of metrics', () => {
    const covered = new Set(valid.map(({ operation, schema }) => `${operation} ${schema}`));
    for (const [operation, { request, responses }] of Object.entries(contract.operations)) {
      const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const messages = [request, ...answers.map(([, schema]) => schema)].filter((schema) => schema !== null);
      for (const schema of messages) expect(covered).toContain(`${operation} ${schema}`);
    }
  });

  it('carry, as problems, the status that their operation declares', () => {
    for (const { operation, schema, value } of ofOperations) {
      if (schema === 'Problem')
        expect(Object.keys(contract.operations[operation]!.responses)).toContain(String((value as Problem).status));
    }
  });

  it('carry, as problems, the type of their code', () => {
    for (const { schema, value } of valid) {
      const { type, code } = value as Problem;
      if (schema === 'Problem') expect(type).toBe(`urn:deadwax:problem:${code}`);
    }
  });
});

describe('problems of the catalog', () => {
  it('show every code', () => {
    const problems = listExamples(catalog, 'valid').filter(({ operation }) => operation === 'problems');
    expect(problems.map(({ value }) => (value as Problem).code as string).toSorted()).toEqual(catalog.codes.toSorted());
  });
});
