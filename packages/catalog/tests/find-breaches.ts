/** What of the catalog could reach beyond it, read as text. */
export interface CatalogAsRead {
  /** Of each package of ours: all that its manifest names. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  /** Source and migrations, by path from the root of the repository. */
  readonly files: Readonly<Record<string, string>>;
  readonly environmentNames: readonly string[];
  /** Of the resolver's service. */
  readonly resolverNames: readonly string[];
}

const OWN_PACKAGES = ['contract', 'platform'];
const SERVICES = ['catalog-service', 'worker-service'];
/** All that it may read of what the resolver's service reads, and of the resolver: where it answers, and a token to ask with. */
const SHARED_NAMES = ['LOG_LEVEL'];
const RESOLVER_NAMES = ['RESOLVER_API_URL', 'RESOLVER_API_TOKEN'];
/** Where its one database is. */
const DATABASE_NAMES = ['DATABASE_URL', 'CATALOG_DATA'];
const DATABASE_NAME = /DATABASE|POSTGRES|^PG|SQL|DSN|DB_|_DB|DATA$|SNAPSHOT|DISCOGS|MUSICBRAINZ|WIKIDATA/;
const READS_ENVIRONMENT = 'packages/catalog/src/env.ts';
/** The database by the platform; the queue in the same one. */
const OPENS_DATABASES = [
  'packages/catalog/src/database/open-catalog-database.ts',
  'packages/catalog/src/queue/open-queue.ts',
];
const DRIVERS = /^(pg|postgres|pg-native|@electric-sql\/.*|@duckdb\/.*|better-sqlite3|node:sqlite|mysql2?)$/;
const OPENING = /\bopenDatabase\b(?! *<?.*from)|new (pg\.|Pool|Client|PgBoss|PGlite|PostgresDialect|PGliteDialect)\b/;

/** Everything by which the catalog would know more of the resolver than the contract. */
export function findBreaches(read: CatalogAsRead): string[] {
  return [...ofDependencies(read), ...ofEnvironment(read), ...Object.entries(read.files).flatMap(ofFile)];
}

function ofDependencies({ dependencies }: CatalogAsRead): string[] {
  const reached = new Set<string>();
  const follow = (name: string) => {
    for (const dependency of dependencies[name] ?? []) {
      const own = /^@deadwax\/(.+)$/.exec(dependency)?.[1];
      if (own === undefined || reached.has(own)) continue;
      reached.add(own);
      follow(own);
    }
  };
  for (const name of ['catalog', ...SERVICES]) follow(name);
  const own = [...reached].filter((name) => ![...OWN_PACKAGES, 'catalog'].includes(name));
  const drivers = (dependencies.catalog ?? []).filter((name) => DRIVERS.test(name));
  return [...own, ...drivers].map((name) => `depends on ${name}`);
}

function ofEnvironment({ environmentNames, resolverNames }: CatalogAsRead): string[] {
  const allowed = [...SHARED_NAMES, ...RESOLVER_NAMES, ...DATABASE_NAMES];
  return environmentNames
    .filter((name) => !allowed.includes(name))
    .filter((name) => resolverNames.includes(name) || name.startsWith('RESOLVER') || DATABASE_NAME.test(name))
    .map((name) => `reads ${name}`);
}

function ofFile([path, text]: [string, string]): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\brequire|\bresolve)\s*\(?\s*['"`]([^'"`]+)/g)].map(
    ([, specifier]) => specifier as string,
  );
  const outside = specifiers.filter((specifier) => isOutside(specifier) || DRIVERS.test(specifier));
  const breaches = outside.map((specifier) => `imports ${specifier}`);
  if (
    path !== READS_ENVIRONMENT &&
    /process\s*\.\s*env\b|\bprocess\[|\}\s*=\s*process\b|['"]node:process['"]/.test(text)
  )
    breaches.push('reads the environment by itself');
  if (!OPENS_DATABASES.includes(path) && OPENING.test(text)) breaches.push('opens a database');
  if (/postgres(ql)?:\/\/[^\s'"`]/.test(text)) breaches.push('names a server');
  if (/\bdblink\b|\bpostgres_fdw\b|CREATE\s+SERVER|CREATE\s+FOREIGN\s+TABLE|CREATE\s+SUBSCRIPTION/i.test(text))
    breaches.push('reaches into another database');
  if (/\breconciliation_log\b|\bRESOLVER_DATABASE_URL\b|\bRESOLVER_DATA\b/.test(text))
    breaches.push('names what is the resolver’s');
  return breaches.map((breach) => `${path} ${breach}`);
}

/** A package of ours that is none of the catalog’s, by name or by its folder. */
function isOutside(specifier: string): boolean {
  const own = /^@deadwax\/([a-z-]+)/.exec(specifier)?.[1];
  if (own !== undefined) return ![...OWN_PACKAGES, 'catalog'].includes(own);
  return /^\.\.?\/.*\b(resolver|linkage|snapshot|sources)\/(src|tests)\//.test(specifier);
}
