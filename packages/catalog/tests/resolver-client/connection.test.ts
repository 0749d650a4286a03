import { describe, expect, it } from 'vitest';
import { checkToken, formatFingerprint, normalizeBaseUrl } from '../../src/resolver-client/connection.ts';
import { describeCause, findCauseCode } from '../../src/resolver-client/describe-cause.ts';
import { parseRetryAfter } from '../../src/resolver-client/retry-after.ts';

describe('base URL', () => {
  it.each([
    ['http://host:8077', 'http://host:8077'],
    ['http://host:8077/', 'http://host:8077'],
    ['http://host:8077//', 'http://host:8077'],
    ['https://host/api/v1', 'https://host'],
    ['https://host/api/v1/', 'https://host'],
    ['https://host/deadwax/api/v1/', 'https://host/deadwax'],
    ['https://host/api/v1beta', 'https://host/api/v1beta'],
    ['https://host/rapi/v1', 'https://host/rapi/v1'],
  ])('takes %s for %s', (text, base) => {
    expect(normalizeBaseUrl(text)).toBe(base);
  });

  it.each([
    '',
    'host:8077',
    'ftp://host',
    'http://me:hunter22@host',
    'http://host?key=hunter22',
    'http://host#hunter22',
  ])('refuses %j without repeating it', (text) => {
    expect(() => normalizeBaseUrl(text)).toThrow(TypeError);
    expect(() => normalizeBaseUrl(text)).not.toThrow(/hunter22/);
  });
});

describe('token', () => {
  it.each(['', 'hunter22\n', 'hunter 22', 'hünter22'])('refuses %j without repeating it', (token) => {
    expect(() => checkToken(token)).toThrow(TypeError);
    expect(() => checkToken(token)).not.toThrow(/hunter|hünter/);
  });

  it.each([
    ['abcd-efgh-ijkl', 'abcd…ijkl'],
    ['123456789', '1234…6789'],
    ['12345678', '(short)'],
    ['', '(short)'],
  ])('shows %j as %s', (token, fingerprint) => {
    expect(formatFingerprint(token)).toBe(fingerprint);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  it.each([
    ['7', 7_000],
    [' 0 ', 0],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['Sunday, 01-Mar-26 12:00:05 GMT', 5_000],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    [null, null],
  ])('reads %j as %s ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});

describe('causes', () => {
  const driver = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  it('go down to what the driver said', () => {
    const error = new TypeError('fetch failed', { cause: driver });
    expect(describeCause(error)).toBe('fetch failed: connect ECONNREFUSED 127.0.0.1:1');
    expect(findCauseCode(error)).toBe('ECONNREFUSED');
  });

  it('name the first address of several', () => {
    const several = Object.assign(new AggregateError([driver, driver]), { code: 'ECONNREFUSED' });
    expect(describeCause(new TypeError('fetch failed', { cause: several }))).toBe(
      'fetch failed: ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1',
    );
  });

  it('end, though errors be each other’s cause', () => {
    const loop = new Error('round');
    loop.cause = loop;
    expect(describeCause(loop)).toBe('round');
    expect(findCauseCode(loop)).toBeNull();
  });
});
