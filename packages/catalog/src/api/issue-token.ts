import { SignJWT } from 'jose';
import type { TokenConfig } from '../config.ts';
import type { Role } from './roles.ts';

export interface TokenRequest {
  readonly userId: string;
  readonly name?: string;
  readonly role: Role;
  /** How long it is good for: `30d`, `12h`. */
  readonly lifetime: string;
}

/** A token of the catalog's own. Throws Error where another issuer holds the key. */
export async function issueToken(config: TokenConfig, { userId, name, role, lifetime }: TokenRequest): Promise<string> {
  if (!('secret' in config.key)) throw new Error('tokens are issued where CATALOG_JWKS_URL says');
  const token = new SignJWT({ role, ...(name === undefined ? {} : { name }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(lifetime);
  if (config.issuer !== null) token.setIssuer(config.issuer);
  if (config.audience !== null) token.setAudience(config.audience);
  return token.sign(new TextEncoder().encode(config.key.secret));
}
