import type { Contract } from './contracts.ts';

interface Content {
  readonly schema?: { readonly $ref?: string };
}

interface Body {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Content>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: { readonly default?: unknown };
}

export type Referable<T> = T | { readonly $ref: string };

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly 'x-role'?: string;
  readonly parameters?: readonly Referable<Parameter>[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}

interface OperationEntry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly secured: boolean;
  readonly role?: string | null;
  readonly request: string | null;
  readonly responses: Readonly<Record<string, string | null>>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Body>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
}

export const lastSegment = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** The schema a body is made of; null for a body that is no JSON. */
export function schemaName(body: Body | undefined, document: Document): string | null {
  const whole = body?.$ref === undefined ? body : document.components.responses[lastSegment(body.$ref)];
  const reference = Object.values(whole?.content ?? {})[0]?.schema?.$ref;
  return reference === undefined ? null : lastSegment(reference);
}

/** Throws Error where a token is asked for without a role, or a role without a token. */
function findRole({ operationId, 'x-role': role }: Operation, secured: boolean, roles: readonly string[]) {
  if (secured !== (role !== undefined))
    throw new Error(`${operationId} must have both security and x-role, or neither`);
  if (role !== undefined && !roles.includes(role)) throw new Error(`${operationId} names a role that is none: ${role}`);
  return { role: role ?? null };
}

function listOperations(document: Document, roles: Contract['roles']): OperationEntry[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const secured = (operation.security ?? []).length > 0;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        secured,
        ...(roles === null ? {} : findRole(operation, secured, roles)),
        request: schemaName(operation.requestBody, document),
        responses: Object.fromEntries(
          Object.entries(operation.responses).map(([status, body]) => [status, schemaName(body, document)]),
        ),
      };
    }),
  );
}

/** Schemas that cross the wire whole, in alphabetical order. */
export function listMessages(document: Document): string[] {
  const names = listOperations(document, null).flatMap(({ request, responses }) => [
    request,
    ...Object.values(responses),
  ]);
  return [...new Set(names.filter((name) => name !== null))].sort();
}

export function generateOperations(document: Document, { roles }: Pick<Contract, 'roles'>): string {
  const entries = Object.fromEntries(listOperations(document, roles).map(({ id, ...entry }) => [id, entry]));
  return [
    '/** What the contract declares, by operationId. A null schema is a body that is no JSON. */',
    `export const operations = ${JSON.stringify(entries, null, 2)} as const;`,
    '',
    'export type OperationId = keyof typeof operations;',
    '',
  ].join('\n');
}
