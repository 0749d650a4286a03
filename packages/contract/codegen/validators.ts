import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Contract } from './contracts.ts';
import { type Document, listMessages } from './operations.ts';
import { generateStandalone } from './standalone.ts';

/** Ajv with all schemas of a document, under `contract#/components/schemas`. */
export function createAjv(document: Document, options: Options): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, code: { source: true, esm: true }, ...options });
  addFormats.default(ajv);
  ajv.addVocabulary(['components', 'x-bands']);
  ajv.addSchema({ $id: 'contract', components: document.components });
  return ajv;
}

/** Validators named `validate<Schema>`, as plain JavaScript, so that no schema is compiled when a service starts. */
export function generateValidators(
  document: Document,
  { alone, allErrors }: Pick<Contract, 'alone' | 'allErrors'>,
): { code: string; types: string } {
  const ajv = createAjv(document, { allErrors });
  const messages = [...listMessages(document), ...alone].sort();
  const exports: Record<string, string> = {};
  for (const name of messages) {
    ajv.addSchema({ $id: name, $ref: `contract#/components/schemas/${name}` });
    exports[`validate${name}`] = name;
  }
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
  return { code: generateStandalone(ajv, exports), types: types.join('\n') };
}
