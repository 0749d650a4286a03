import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config.ts';
import { readEnvironment } from '../../src/env.ts';
import { defaultPullFlags } from '../../src/pull/flags.ts';

const parse = (variables: NodeJS.ProcessEnv) => parseConfig(readEnvironment(variables));
const secret = 's3cret'.repeat(6);

function faultsOf(variables: NodeJS.ProcessEnv): { names: (string | undefined)[]; message: string } {
  try {
    parse(variables);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { names: error.faults.map((fault) => fault.split(' ')[0]), message: error.message };
  }
  return { names: [], message: '' };
}

describe('configuration', () => {
  it('needs a place for the database alone', () => {
    const { tokens, ...rest } = parse({ CATALOG_DATA: '/data' });
    expect(rest).toEqual({
      host: '127.0.0.1',
      port: 8078,
      database: { directory: '/data' },
      resolver: null,
      leaseSeconds: 60,
      schedules: { drift: '30 8 * * *', pull: null, changed: null },
      pullFlags: defaultPullFlags,
      usesLegacyIdentity: true,
      logLevel: 'info',
    });
    expect(tokens).toMatchObject({ generated: true, issuer: null, audience: null });
  });

  it('makes another secret for every run that has none', () => {
    const [first, second] = [parse({ CATALOG_DATA: 'a' }), parse({ CATALOG_DATA: 'a', CATALOG_JWT_SECRET: ' ' })];
    expect(first.tokens.key).toEqual({ secret: expect.stringMatching(/^[\w-]{43}$/) });
    expect(second.tokens.key).not.toEqual(first.tokens.key);
  });

  it('takes every variable', () => {
    const variables = {
      CATALOG_HOST: '0.0.0.0',
      CATALOG_PORT: '0',
      DATABASE_URL: 'postgres://u:p@h/db',
      CATALOG_DATA: '/unused',
      CATALOG_LEASE_SECONDS: '15',
      CATALOG_DRIFT_CRON: 'off',
      CATALOG_USE_LEGACY_IDENTITY: 'true',
      BATCH_SIZE: '50',
      DRY_RUN: 'true',
      INCLUDE_NULL_CANONICAL: 'no',
      CATALOG_PULL_CRON: '15 */6 * * 1-5',
      CATALOG_CHANGED_CRON: '45 * * * *',
      RESOLVER_API_URL: 'http://resolver:8077/',
      RESOLVER_API_TOKEN: 'a-token=',
      CATALOG_JWT_SECRET: secret,
      CATALOG_JWT_ISSUER: 'https://issuer',
      CATALOG_JWT_AUDIENCE: 'deadwax',
      LOG_LEVEL: 'debug',
    };
    expect(parse(variables)).toEqual({
      host: '0.0.0.0',
      port: 0,
      database: { url: 'postgres://u:p@h/db' },
      resolver: { url: 'http://resolver:8077', token: 'a-token=' },
      tokens: { key: { secret }, generated: false, issuer: 'https://issuer', audience: 'deadwax' },
      leaseSeconds: 15,
      schedules: { drift: null, pull: '15 */6 * * 1-5', changed: '45 * * * *' },
      pullFlags: { ...defaultPullFlags, batchSize: 50, dryRun: true, includeNullCanonical: false },
      usesLegacyIdentity: true,
      logLevel: 'debug',
    });
  });

  it.each(['nightly', '99 * * * *', '* * * *', '* * * * * *', '@daily', 'OFF'])(
    'takes no %s for a schedule',
    (cron) => {
      expect(faultsOf({ CATALOG_DATA: 'a', CATALOG_PULL_CRON: cron }).names).toEqual(['CATALOG_PULL_CRON']);
    },
  );

  it('names a flag of pulls that it cannot take, beside other faults', () => {
    const { names, message } = faultsOf({ CATALOG_DATA: 'a', CATALOG_PORT: 'x', BATCH_SIZE: '0' });
    expect(names).toEqual(['CATALOG_PORT', 'BATCH_SIZE']);
    expect(message).toContain('BATCH_SIZE is "0"');
  });

  it('asks for nothing by older ids that are out of use', () => {
    const variables = { CATALOG_DATA: 'a', CATALOG_USE_LEGACY_IDENTITY: 'false' };
    expect(parse(variables).usesLegacyIdentity).toBe(false);
    expect(faultsOf({ ...variables, INCLUDE_NULL_CANONICAL: 'false' }).names).toEqual(['INCLUDE_NULL_CANONICAL']);
    expect(faultsOf({ CATALOG_DATA: 'a', CATALOG_USE_LEGACY_IDENTITY: 'no' }).names).toEqual([
      'CATALOG_USE_LEGACY_IDENTITY',
    ]);
  });

  it('takes published keys instead of a secret', () => {
    const { tokens } = parse({ CATALOG_DATA: 'a', CATALOG_JWKS_URL: 'https://issuer/keys' });
    expect(tokens).toMatchObject({ key: { jwksUrl: 'https://issuer/keys' }, generated: false });
  });

  it('names every fault at once, and never the value of a secret', () => {
    const { names, message } = faultsOf({
      CATALOG_PORT: '70000',
      RESOLVER_API_TOKEN: 's3cret with space',
      CATALOG_JWT_SECRET: 's3cret',
      CATALOG_JWKS_URL: 'ftp://s3cret@h',
      LOG_LEVEL: 'loud',
    });
    expect(names.toSorted()).toEqual([
      'CATALOG_JWKS_URL',
      'CATALOG_JWT_SECRET',
      'CATALOG_JWT_SECRET',
      'CATALOG_PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'RESOLVER_API_TOKEN',
      'RESOLVER_API_URL',
    ]);
    expect(message).not.toContain('s3cret');
  });

  it.each([
    ['a resolver without its token', { RESOLVER_API_URL: 'http://h' }, 'RESOLVER_API_TOKEN'],
    ['a token without its resolver', { RESOLVER_API_TOKEN: 't' }, 'RESOLVER_API_URL'],
    ['a password in the address', { RESOLVER_API_URL: 'http://u:p@h', RESOLVER_API_TOKEN: 't' }, 'RESOLVER_API_URL'],
    ['a database of another kind', { DATABASE_URL: 'mysql://h/db' }, 'DATABASE_URL'],
    ['a secret of 31 bytes', { CATALOG_JWT_SECRET: 'x'.repeat(31) }, 'CATALOG_JWT_SECRET'],
    [
      'a secret beside published keys',
      { CATALOG_JWT_SECRET: secret, CATALOG_JWKS_URL: 'http://h' },
      'CATALOG_JWT_SECRET',
    ],
  ])('refuses %s', (_case, variables, name) => {
    expect(faultsOf({ CATALOG_DATA: 'a', ...variables }).names).toEqual([name]);
  });

  it('counts the bytes of a secret, not its letters', () => {
    expect(faultsOf({ CATALOG_DATA: 'a', CATALOG_JWT_SECRET: 'é'.repeat(16) }).names).toEqual([]);
  });

  it.each(['9', '3601', '1m', '-5', '99999'])('refuses a lease of %s seconds', (seconds) => {
    expect(faultsOf({ CATALOG_DATA: 'a', CATALOG_LEASE_SECONDS: seconds }).names).toEqual(['CATALOG_LEASE_SECONDS']);
  });

  it.each(['-1', '80.5', '0x50', 'http', '1e3', '65536'])('refuses port %s', (port) => {
    expect(faultsOf({ CATALOG_DATA: 'a', CATALOG_PORT: port }).names).toEqual(['CATALOG_PORT']);
  });
});
