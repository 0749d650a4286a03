import type { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** Ajv's validators as plain JavaScript; `exports` names each by the id of its schema. */
export function generateStandalone(ajv: Ajv2020, exports: Readonly<Record<string, string>>): string {
  return importHelpers(standalone.default(ajv, exports));
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
    return `import ${name}Module from ${file};\nconst ${name} = ${name}Module.default ? ${name}Module : { ...${name}Module, default: ${name}Module };`;
  });
  return `${lines.join('\n')}\n${body}\n`;
}
