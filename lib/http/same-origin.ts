/**
 * True when a browser says that one of our own pages posted this: `Origin` is the issuer's, or `Sec-Fetch-Site` says so.
 * Neither of them, or `null`, or another origin, is refused; `Host` and `X-Forwarded-*` play no part.
 */
export function isSameOrigin(headers: Headers, issuer: string): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && origin !== issuer) return false;
  if (site !== null && site !== 'same-origin') return false;
  return origin !== null || site !== null;
}
