import { findTextFault } from '@deadwax/platform/http/text-faults';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { TokenConfig } from '../config.ts';
import { UnauthenticatedError } from '../errors.ts';

/** What a valid token says. The role is as it stands there: it may be none of ours. */
export interface TokenClaims {
  readonly userId: string;
  readonly name: string;
  readonly role: unknown;
}

export type VerifyToken = (token: string) => Promise<TokenClaims>;

// Named one by one: a published key must never be taken for a shared secret, nor a token for one that needs no key.
const asymmetric = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];
const maximumNameLength = 255;

/** Faults of the issuer's keys, which say nothing about the token. */
const faultsOfKeys = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function isFit(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && text.length <= maximumNameLength && findTextFault(text) === null;
}

function readClaims({ sub, name, role }: JWTPayload): TokenClaims {
  if (!isFit(sub)) throw new UnauthenticatedError('The token does not name a user.');
  return { userId: sub, name: isFit(name) ? name : sub, role };
}

/** Anything but a verdict on the token goes on as it is. */
function explain(error: unknown): unknown {
  if (!(error instanceof errors.JOSEError) || faultsOfKeys.has(error.code)) return error;
  const detail = error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.';
  return new UnauthenticatedError(detail, { cause: error });
}

function createVerify({ key }: TokenConfig): (token: string, options: JWTVerifyOptions) => Promise<JWTPayload> {
  if ('secret' in key) {
    const secret = new TextEncoder().encode(key.secret);
    return async (token, options) => (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload;
  }
  const keys = createRemoteJWKSet(new URL(key.jwksUrl));
  return async (token, options) => (await jwtVerify(token, keys, { ...options, algorithms: asymmetric })).payload;
}

/** Checks signature, times, issuer and audience. Throws UnauthenticatedError for a token that is not valid. */
export function createTokenVerifier(config: TokenConfig): VerifyToken {
  const verify = createVerify(config);
  const options: JWTVerifyOptions = {
    requiredClaims: ['sub', 'exp'],
    clockTolerance: 5,
    ...(config.issuer === null ? {} : { issuer: config.issuer }),
    ...(config.audience === null ? {} : { audience: config.audience }),
  };
  return async (token) => {
    const payload = await verify(token, options).catch((error: unknown) => {
      throw explain(error);
    });
    return readClaims(payload);
  };
}
