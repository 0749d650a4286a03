interface Content {
  readonly schema?: { readonly $ref?: string };
}

interface Body {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Content>>;
}

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}

interface OperationEntry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly secured: boolean;
  readonly request: string | null;
  readonly responses: Readonly<Record<string, string | null>>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Body>>;
  };
}

const lastSegment = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** The schema a body is made of; null for a body that is no JSON. */
function schemaName(body: Body | undefined, document: Document): string | null {
  const whole = body?.$ref === undefined ? body : document.components.responses[lastSegment(body.$ref)];
  const reference = Object.values(whole?.content ?? {})[0]?.schema?.$ref;
  return reference === undefined ? null : lastSegment(reference);
}

function listOperations(document: Document): OperationEntry[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      secured: (operation.security ?? []).length > 0,
      request: schemaName(operation.requestBody, document),
      responses: Object.fromEntries(
        Object.entries(operation.responses).map(([status, body]) => [status, schemaName(body, document)]),
      ),
    })),
  );
}

/** Schemas that cross the wire whole, in alphabetical order. */
export function listMessages(document: Document): string[] {
  const names = listOperations(document).flatMap(({ request, responses }) => [request, ...Object.values(responses)]);
  return [...new Set(names.filter((name) => name !== null))].sort();
}

export function generateOperations(document: Document): string {
  const entries = Object.fromEntries(listOperations(document).map(({ id, ...entry }) => [id, entry]));
  return [
    '/** What the contract declares, by operationId. A null schema is a body that is no JSON. */',
    `export const operations = ${JSON.stringify(entries, null, 2)} as const;`,
    '',
    'export type OperationId = keyof typeof operations;',
    '',
  ].join('\n');
}
