import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { environmentNames } from '../src/env.ts';
import { type CatalogAsRead, findBreaches } from './find-breaches.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function readFiles(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|sql)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => [relative(root, path), readFileSync(path, 'utf8')]);
}

function readManifests(folder: string): [string, string[]][] {
  return readdirSync(join(root, folder)).map((name) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, name, 'package.json'), 'utf8'));
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies });
    return [manifest.name.replace('@deadwax/', ''), all];
  });
}

const catalog: CatalogAsRead = {
  dependencies: Object.fromEntries([...readManifests('packages'), ...readManifests('services')]),
  files: Object.fromEntries(
    ['packages/catalog/src', 'packages/catalog/migrations', 'services/catalog', 'services/worker'].flatMap(readFiles),
  ),
  environmentNames,
  // Read as text: importing it would be the breach.
  resolverNames: [
    ...readFileSync(join(root, 'packages/resolver/src/env.ts'), 'utf8').matchAll(/^ {2}'([A-Z_]+)',$/gm),
  ].map(([, name]) => name as string),
};

describe('the catalog and the resolver share the contract', () => {
  it('and nothing else: no dependency, import, variable or connection', () => {
    expect(findBreaches(catalog)).toEqual([]);
  });

  it('as far as what was read is all that there is', () => {
    expect(Object.keys(catalog.files).length).toBeGreaterThan(150);
    expect(Object.keys(catalog.files)).toEqual(
      expect.arrayContaining(['services/worker/main.ts', 'packages/catalog/migrations/0001_library.sql']),
    );
    expect(catalog.dependencies.catalog).toContain('pg-boss');
    expect(catalog.dependencies['worker-service']).toEqual(['@deadwax/catalog']);
    expect(catalog.resolverNames).toContain('RESOLVER_DATABASE_URL');
    expect(catalog.environmentNames).toContain('RESOLVER_API_URL');
  });
});

const withDependency = (of: string, name: string): CatalogAsRead => ({
  ...catalog,
  dependencies: { ...catalog.dependencies, [of]: [...(catalog.dependencies[of] ?? []), name] },
});
const withName = (name: string): CatalogAsRead => ({ ...catalog, environmentNames: [...environmentNames, name] });
const withLine = (line: string, path = 'packages/catalog/src/library/get-record.ts'): CatalogAsRead => ({
  ...catalog,
  files: { ...catalog.files, [path]: `${catalog.files[path]}\n${line}\n` },
});

describe('a breach is found by', () => {
  it.each<[string, CatalogAsRead]>([
    ['a dependency', withDependency('catalog', '@deadwax/resolver')],
    ['a dependency of what it depends on', withDependency('platform', '@deadwax/linkage')],
    ['a dependency of its service', withDependency('worker-service', '@deadwax/snapshot')],
    ['a driver of its own', withDependency('catalog', 'pg')],
    ['the resolver’s database in the environment', withName('RESOLVER_DATABASE_URL')],
    ['a database in the environment that is not its own', withName('DATABASE_URL_DISCOGS')],
    ['a snapshot in the environment', withName('RESOLVER_SNAPSHOT')],
    ['an import', withLine(`import { resolve } from '@deadwax/resolver/pipeline';`)],
    ['an import for its effect alone', withLine(`import '@deadwax/resolver/main';`)],
    ['an import while it runs', withLine(`const { open } = await import('@deadwax/snapshot/open');`)],
    ['an import by folder', withLine(`export { model } from '../../../linkage/src/model.ts';`)],
    ['an import in its service', withLine(`import '@deadwax/sources/registry';`, 'services/catalog/main.ts')],
    ['an import of a driver', withLine(`import pg from 'pg';`)],
    ['a variable read elsewhere', withLine('const url = process.env.RESOLVER_STATE;')],
    ['a variable taken apart', withLine('const { env } = process;')],
    ['a connection', withLine('const other = await openDatabase({ url });')],
    ['a queue elsewhere', withLine('const other = new PgBoss(url);')],
    ['an address', withLine(`const url = 'postgres://resolver@10.0.0.7/resolver';`)],
    ['a table of the resolver’s', withLine('const rows = sql`SELECT * FROM reconciliation_log`;')],
    ['a way in SQL', withLine('CREATE EXTENSION postgres_fdw;', 'packages/catalog/migrations/0001_library.sql')],
  ])('%s', (_what, read) => {
    expect(findBreaches(read)).not.toEqual([]);
  });
});
