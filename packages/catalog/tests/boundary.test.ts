import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { environmentNames } from '../src/env.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const catalogSource = join(root, 'packages/catalog/src');

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Packages of ours that a package's manifest leads to, through any number of others. */
function dependenciesOf(name: string, known = new Set<string>()): Set<string> {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    const own = /^@deadwax\/(.+)$/.exec(dependency)?.[1];
    if (own === undefined || known.has(own)) continue;
    known.add(own);
    dependenciesOf(own, known);
  }
  return known;
}

/** Read as text: importing it would be the breach. */
const resolverNames = [
  ...readFileSync(join(root, 'packages/resolver/src/env.ts'), 'utf8').matchAll(/^ {2}'([A-Z_]+)',$/gm),
].map(([, name]) => name);

const sources = listFiles(catalogSource).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the catalog and the resolver share the contract and nothing else', () => {
  it('in what the catalog depends on', () => {
    expect([...dependenciesOf('catalog')].sort()).toEqual(['contract', 'platform']);
  });

  it('in what its files import', () => {
    const imports = sources.flatMap(({ text }) =>
      [...text.matchAll(/from '@deadwax\/([a-z-]+)/g)].map(([, name]) => name),
    );
    expect([...new Set(imports)].sort()).toEqual(['contract', 'platform']);
    const outside = sources.filter(({ text }) => /from '(\.\.\/)+(resolver|linkage|snapshot|sources)\//.test(text));
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  it('in the variables it reads: of the resolver only where it answers, and a token to ask with', () => {
    expect(environmentNames.filter((name) => name.startsWith('RESOLVER'))).toEqual([
      'RESOLVER_API_URL',
      'RESOLVER_API_TOKEN',
    ]);
    expect(resolverNames).toContain('RESOLVER_DATABASE_URL');
    const shared = environmentNames.filter((name) => resolverNames.includes(name));
    expect(shared).toEqual(['LOG_LEVEL']);
    const readers = sources
      .filter(({ text }) => text.includes('process.env'))
      .map(({ path }) => path.slice(catalogSource.length));
    expect(readers).toEqual(['/env.ts']);
  });

  it('in the databases it opens: one, its own', () => {
    const opening = sources.filter(({ text }) =>
      /openDatabase\b|new pg\.|new Pool|createConnection|new PGlite/.test(text),
    );
    expect(opening.map(({ path }) => path.slice(catalogSource.length))).toEqual(['/database/open-catalog-database.ts']);
    const named = sources.filter(({ text }) => /reconciliation_log|RESOLVER_DATABASE_URL|RESOLVER_DATA\b/.test(text));
    expect(named).toEqual([]);
  });
});
