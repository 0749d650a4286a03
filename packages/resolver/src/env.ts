export const environmentNames = [
  'RESOLVER_HOST',
  'RESOLVER_PORT',
  'RESOLVER_SNAPSHOTS',
  'RESOLVER_SNAPSHOT',
  'RESOLVER_TOKENS',
  'RESOLVER_WORKERS',
  'RESOLVER_QUEUE_ROWS',
  'RESOLVER_DATABASE_URL',
  'RESOLVER_DATA',
  'RESOLVER_LLM_URL',
  'RESOLVER_LLM_MODEL',
  'RESOLVER_LLM_KEY',
  'RESOLVER_LLM_TIMEOUT_MS',
  'LOG_LEVEL',
] as const;

export type Environment = Readonly<Partial<Record<(typeof environmentNames)[number], string>>>;

/** The variables this service knows, and no others. A variable set to nothing counts as absent. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const known: Partial<Record<(typeof environmentNames)[number], string>> = {};
  for (const name of environmentNames) {
    const value = variables[name]?.trim();
    if (value !== undefined && value !== '') known[name] = value;
  }
  return known;
}
