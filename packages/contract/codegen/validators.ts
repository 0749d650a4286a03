import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { type Document, listMessages } from './operations.ts';

/** A verdict is also written on its own, a line each, outside of any response. */
const lines = ['BulkResolveResult'];

/** Validators named `validate<Schema>`, as plain JavaScript, so that no schema is compiled when a service starts. */
export function generateValidators(document: Document): { code: string; types: string } {
  const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true, code: { source: true, esm: true } });
  addFormats.default(ajv);
  ajv.addKeyword('components');
  ajv.addSchema({ $id: 'contract', components: document.components });
  const messages = [...listMessages(document), ...lines].sort();
  const exports: Record<string, string> = {};
  for (const name of messages) {
    ajv.addSchema({ $id: name, $ref: `contract#/components/schemas/${name}` });
    exports[`validate${name}`] = name;
  }
  const code = standalone.default(ajv, exports);
  const declarations = messages.map(
    (name) => `export declare const validate${name}: Validate<components['schemas']['${name}']>;`,
  );
  const types = [
    "import type { ErrorObject } from 'ajv';",
    "import type { components } from './types.ts';",
    '',
    'interface Validate<T> {',
    '  (data: unknown): data is T;',
    '  errors?: ErrorObject[] | null;',
    '}',
    '',
    ...declarations,
    '',
  ];
  return { code: importHelpers(code), types: types.join('\n') };
}

/** Ajv's standalone code requires its helpers the CommonJS way; as a module it imports them. */
function importHelpers(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replace(/require\("([^"]+)"\)/g, (_match, path: string) => {
    const known = imports.get(path) ?? `helper${imports.size}`;
    imports.set(path, known);
    return known;
  });
  // Node hands over a CommonJS module whole, bundlers and vitest only its `default`: either will do.
  const lines = [...imports].map(([path, name]) => {
    const file = JSON.stringify(path.endsWith('.js') ? path : `${path}.js`);
    return `import ${name}Module from ${file};\nconst ${name} = ${name}Module.default ? ${name}Module : { default: ${name}Module };`;
  });
  return `${lines.join('\n')}\n${body}\n`;
}
