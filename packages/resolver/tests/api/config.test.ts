import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config.ts';
import { readEnvironment } from '../../src/env.ts';

const parse = (variables: NodeJS.ProcessEnv) => parseConfig(readEnvironment(variables));

describe('configuration', () => {
  it('needs a folder of snapshots alone', () => {
    expect(parse({ RESOLVER_SNAPSHOTS: '/snapshots' })).toMatchObject({
      host: '127.0.0.1',
      port: 8077,
      snapshotDirectory: '/snapshots',
      tokenGenerated: true,
      database: null,
      llm: null,
      logLevel: 'info',
    });
  });

  it('takes one snapshot instead, but not both', () => {
    expect(parse({ RESOLVER_SNAPSHOT: '/snapshots/a' }).snapshotDirectory).toBe('/snapshots/a');
    expect(() => parse({ RESOLVER_SNAPSHOTS: '/snapshots', RESOLVER_SNAPSHOT: '/snapshots/a' })).toThrow(/exclude/);
  });

  it('makes another token for every run that has none', () => {
    const [first, second] = [
      parse({ RESOLVER_SNAPSHOTS: 'a' }),
      parse({ RESOLVER_SNAPSHOTS: 'a', RESOLVER_TOKENS: ' ' }),
    ];
    expect(first.tokens[0]).toMatch(/^deadwax_[\w-]{43}$/);
    expect(second.tokens).not.toEqual(first.tokens);
  });

  it('keeps its state in a folder where no server is named', () => {
    expect(parse({ RESOLVER_SNAPSHOTS: 'a', RESOLVER_DATA: '/data' }).database).toEqual({ directory: '/data' });
  });

  it('takes every variable', () => {
    const variables = {
      RESOLVER_HOST: '0.0.0.0',
      RESOLVER_PORT: '0',
      RESOLVER_SNAPSHOTS: 'a',
      RESOLVER_TOKENS: 'one, two=',
      RESOLVER_WORKERS: '0',
      RESOLVER_QUEUE_ROWS: '5000',
      RESOLVER_DATABASE_URL: 'postgres://u:p@h/db',
      RESOLVER_LLM_URL: 'http://localhost:11434/v1',
      RESOLVER_LLM_MODEL: 'm',
      RESOLVER_LLM_KEY: 'k',
      RESOLVER_LLM_TIMEOUT_MS: '500',
      LOG_LEVEL: 'debug',
    };
    expect(parse(variables)).toEqual({
      host: '0.0.0.0',
      port: 0,
      snapshotDirectory: 'a',
      tokens: ['one', 'two='],
      tokenGenerated: false,
      workers: 0,
      queueRows: 5000,
      database: { url: 'postgres://u:p@h/db' },
      llm: { url: 'http://localhost:11434/v1', model: 'm', key: 'k', timeoutMs: 500 },
      logLevel: 'debug',
    });
  });

  it('names every fault at once, and never the value of a token', () => {
    const variables = {
      RESOLVER_PORT: '70000',
      RESOLVER_TOKENS: 'fine,s3cret with space',
      RESOLVER_DATABASE_URL: 'mysql://h',
      LOG_LEVEL: 'loud',
    };
    let error: unknown;
    try {
      parse(variables);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConfigError);
    const { faults, message } = error as ConfigError;
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'RESOLVER_SNAPSHOTS',
      'RESOLVER_PORT',
      'RESOLVER_TOKENS',
      'RESOLVER_DATABASE_URL',
      'LOG_LEVEL',
    ]);
    expect(message).not.toContain('s3cret');
  });

  it.each([
    { why: 'a model without an address', set: { RESOLVER_LLM_MODEL: 'm' }, faults: ['RESOLVER_LLM_URL'] },
    { why: 'an address without a model', set: { RESOLVER_LLM_URL: 'http://h' }, faults: ['RESOLVER_LLM_MODEL'] },
    {
      why: 'a key alone',
      set: { RESOLVER_LLM_KEY: 's3cret' },
      faults: ['RESOLVER_LLM_URL', 'RESOLVER_LLM_MODEL'],
    },
    {
      why: 'an address that is none, a key in two words and no time at all',
      set: {
        RESOLVER_LLM_URL: 'ftp://h',
        RESOLVER_LLM_MODEL: 'm',
        RESOLVER_LLM_KEY: 's3cret key',
        RESOLVER_LLM_TIMEOUT_MS: '0',
      },
      faults: ['RESOLVER_LLM_URL', 'RESOLVER_LLM_KEY', 'RESOLVER_LLM_TIMEOUT_MS'],
    },
    {
      why: 'a password in the address',
      set: { RESOLVER_LLM_URL: 'https://u:s3cret@h/v1', RESOLVER_LLM_MODEL: 'm' },
      faults: ['RESOLVER_LLM_URL'],
    },
  ])('refuses $why, without its secret', ({ set, faults }) => {
    let error: unknown;
    try {
      parse({ RESOLVER_SNAPSHOTS: 'a', ...set });
    } catch (thrown) {
      error = thrown;
    }
    expect((error as ConfigError).faults.map((fault) => fault.split(' ')[0])).toEqual(faults);
    expect((error as ConfigError).message).not.toContain('s3cret');
  });

  it.each(['-1', '80.5', '0x50', 'http', '1e3', '65536'])('refuses port %s', (port) => {
    expect(() => parse({ RESOLVER_SNAPSHOTS: 'a', RESOLVER_PORT: port })).toThrow(/RESOLVER_PORT/);
  });
});
