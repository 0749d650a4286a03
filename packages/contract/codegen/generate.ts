import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { generateValidators } from './validators.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const generated = join(root, 'packages/contract/src/generated');

/** The contract as one document, references between files resolved. */
function bundle(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-contract-'));
  const path = join(folder, 'openapi.json');
  try {
    execFileSync(
      join(root, 'node_modules/.bin/redocly'),
      ['bundle', 'contract/openapi.yaml', '--config', 'contract/redocly.yaml', '--output', path],
      {
        cwd: root,
        stdio: 'pipe',
      },
    );
    return `${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function generate(): Promise<Record<string, string>> {
  const openapi = bundle();
  const types = astToString(await openapiTS(openapi, { alphabetize: false }));
  const validators = generateValidators(JSON.parse(openapi));
  return {
    'openapi.json': openapi,
    'types.ts': types,
    'validators.js': validators.code,
    'validators.d.ts': validators.types,
  };
}

const files = await generate();
if (process.argv.includes('--check')) {
  const drifting = Object.entries(files).filter(([name, text]) => {
    const path = join(generated, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  for (const [name] of drifting)
    process.stderr.write(
      `packages/contract/src/generated/${name} is not what contract/ generates: run npm run codegen\n`,
    );
  process.exitCode = drifting.length > 0 ? 1 : 0;
} else {
  mkdirSync(generated, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(generated, name), text);
}
