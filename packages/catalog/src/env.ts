import { pullVariables } from './pull/flags.ts';

export const environmentNames = [
  'CATALOG_HOST',
  'CATALOG_PORT',
  'DATABASE_URL',
  'CATALOG_DATA',
  'CATALOG_LEASE_SECONDS',
  'CATALOG_DRIFT_CRON',
  'CATALOG_PULL_CRON',
  'CATALOG_CHANGED_CRON',
  'CATALOG_USE_LEGACY_IDENTITY',
  'RESOLVER_API_URL',
  'RESOLVER_API_TOKEN',
  'CATALOG_JWT_SECRET',
  'CATALOG_JWKS_URL',
  'CATALOG_JWT_ISSUER',
  'CATALOG_JWT_AUDIENCE',
  'LOG_LEVEL',
  ...pullVariables,
] as const;

export type Environment = Readonly<Partial<Record<(typeof environmentNames)[number], string>>>;

/** The variables the catalog knows, and no others. A variable set to nothing counts as absent. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const known: Partial<Record<(typeof environmentNames)[number], string>> = {};
  for (const name of environmentNames) {
    const value = variables[name]?.trim();
    if (value !== undefined && value !== '') known[name] = value;
  }
  return known;
}
