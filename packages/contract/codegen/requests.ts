import { type Document, lastSegment, type Parameter, type Referable, schemaName } from './operations.ts';
import { generateStandalone } from './standalone.ts';
import { createAjv } from './validators.ts';

const variable = (operationId: string): string => operationId.replaceAll('-', '_');

function resolve(parameter: Referable<Parameter>, document: Document): Parameter {
  if (!('$ref' in parameter)) return parameter;
  const found = document.components.parameters[lastSegment(parameter.$ref)];
  if (found === undefined) throw new Error(`no parameter ${parameter.$ref}`);
  return found;
}

/** A reference within the document, as it reads from a schema outside of it. */
function fromOutside(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#') ? `contract${value}` : value,
  );
}

function describeParameters(parameters: readonly Parameter[], place: Parameter['in']): object {
  const here = parameters.filter((parameter) => parameter.in === place);
  return {
    type: 'object',
    additionalProperties: false,
    required: here.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, fromOutside(schema)])),
  };
}

interface RequestEntry {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  /** Name of the schema of the body. */
  readonly body: string | null;
}

function listRequests(document: Document): RequestEntry[] {
  return Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId, parameters = [], requestBody }) => ({
      id: operationId,
      parameters: parameters.map((parameter) => resolve(parameter, document)),
      body: schemaName(requestBody, document),
    }));
}

function generateCode(document: Document, requests: readonly RequestEntry[]): string {
  const ajv = createAjv(document, { allErrors: true, coerceTypes: 'array', useDefaults: true });
  const exports: Record<string, string> = {};
  for (const { id, parameters } of requests) {
    const properties = { path: describeParameters(parameters, 'path'), query: describeParameters(parameters, 'query') };
    ajv.addSchema({ $id: id, type: 'object', properties });
    exports[variable(id)] = id;
  }
  const bodies = new Set(requests.flatMap(({ body }) => (body === null ? [] : `validate${body}`)));
  const entries = requests.map(({ id, body }) => {
    return `  '${id}': { parameters: ${variable(id)}, body: ${body === null ? null : `validate${body}`} },`;
  });
  return [
    ...(bodies.size > 0 ? [`import { ${[...bodies].toSorted().join(', ')} } from './validators.js';`] : []),
    generateStandalone(ajv, exports),
    'export const requests = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}

function generateTypes(requests: readonly RequestEntry[]): string {
  const defaulted = requests.map(({ id, parameters }) => {
    const names = parameters.filter(({ schema }) => schema.default !== undefined).map(({ name }) => `'${name}'`);
    return `  '${id}': ${names.join(' | ') || 'never'};`;
  });
  return `import type { ErrorObject } from 'ajv';
import type { OperationId } from './operations.ts';

interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/**
 * What each operation takes. \`parameters\` validates \`{path, query}\`: in place, text becomes the types declared and defaults are
 * filled in.
 */
export declare const requests: Readonly<
  Record<OperationId, { readonly parameters: Validate; readonly body: Validate | null }>
>;

/** The parameters of each operation that are always there once validated. */
export interface DefaultedParameters {
${defaulted.join('\n')}
}
`;
}

/** Validators of what each operation takes, with the body's taken from `validators.js`. */
export function generateRequests(document: Document): { 'requests.js': string; 'requests.d.ts': string } {
  const requests = listRequests(document);
  return { 'requests.js': generateCode(document, requests), 'requests.d.ts': generateTypes(requests) };
}
