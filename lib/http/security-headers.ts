interface PolicyOptions {
  issuer: string;
  nonce?: string;
  formTargets?: readonly string[] | undefined;
}

/** For what no cache may keep. */
export const neverStored = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

/** The headers of every page (SECURITY C2 to C5). `formTargets` are the sources a form's answer may lead to. */
export const securityHeaders = (options: PolicyOptions): Record<string, string> => ({
  ...policyHeaders(options),
  ...neverStored,
});

/** The same of a file, which keeps a life in caches of its own. */
export function policyHeaders({ issuer, nonce = '', formTargets = [] }: PolicyOptions): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(issuer, nonce, formTargets),
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...strictTransport(issuer.startsWith('https:')),
  };
}

/** RFC 6797 §6.1: once seen over TLS, never again without. */
export const strictTransport = (isHttps: boolean): Record<string, string> =>
  isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {};

// `next dev` reloads changed code with scripts of its own, inline and evaluated, over a socket.
const scripts = (issuer: string): string[] =>
  process.env.NODE_ENV === 'development'
    ? ["script-src 'self' 'unsafe-inline' 'unsafe-eval'", "connect-src 'self' ws:"]
    : [`script-src ${issuer}/submit-once.js`];

// One script of ours, by its exact address, and none inline; one style element holds the colours of the bank.
const contentSecurityPolicy = (issuer: string, nonce: string, formTargets: readonly string[]) =>
  [
    "default-src 'none'",
    ...scripts(issuer),
    nonce ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ['form-action', "'self'", 'https:', ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');

/**
 * What `form-action` must name for a form's answer to reach a redirect URI that is not https, and go on from there:
 * the private-use scheme, or this machine at any port. Browsers know no IPv6 address here.
 */
export function formTargetsOf(redirectUri: string): string[] {
  const { protocol, hostname } = new URL(redirectUri);
  if (protocol === 'https:') return [];
  if (protocol !== 'http:') return [protocol];
  return hostname === '[::1]' ? ['http:'] : ['http://127.0.0.1:*', 'http://localhost:*'];
}
