/**
 * Origin (and path prefix) of the resolver, without the `/api/v1` that operations bring along.
 *
 *     http://host:8077/          http://host:8077
 *     http://host/api/v1/        http://host
 *     http://host/deadwax/api/v1 http://host/deadwax
 */
export function normalizeBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  // The text is not repeated: it may hold a password.
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new TypeError('the base URL is no http(s) URL');
  if (url.username !== '' || url.password !== '') throw new TypeError('the base URL holds credentials');
  if (url.search !== '' || url.hash !== '') throw new TypeError('the base URL holds a query or a fragment');
  return (
    url.origin +
    url.pathname
      .replace(/\/+$/, '')
      .replace(/\/api\/v1$/, '')
      .replace(/\/+$/, '')
  );
}

/** Refuses at once what would otherwise fail with every request, in a message that quotes the whole header. */
export function checkToken(token: string): void {
  if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError('the resolver token is empty or not made of printable ASCII');
}

/** Enough of a token to tell which one it is; nothing of a short one. */
export function formatFingerprint(token: string): string {
  return token.length > 8 ? `${token.slice(0, 4)}…${token.slice(-4)}` : '(short)';
}
