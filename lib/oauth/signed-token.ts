import { type KeyObject, sign, verify } from 'node:crypto';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs a JWT with ES256 (RFC 7518 §3.4). Over `node:crypto` and without waiting: WebCrypto's way to another thread and
 * back costs more than the signature.
 */
export function signEs256(payload: object, { kid, key, typ }: { kid: string; key: KeyObject; typ: string }): string {
  const input = `${encode({ alg: 'ES256', typ, kid })}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

/** Checks the signature of what `signEs256` wrote, and nothing of what it says. Undefined for anything else. */
export function verifyEs256(token: string, { typ, key }: { typ: string; key: KeyObject }): unknown {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || readHeader(header, typ) === undefined) return undefined;
  const bytes = Buffer.from(signature, 'base64url');
  // base64url can spell the same bytes in several ways (RFC 4648 §3.5); we write one.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return undefined;
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, bytes))
    return undefined;
  return readJson(payload);
}

/** The key that a JWS names. Nothing is verified. */
export const namedKeyOf = (token: string, typ: string): string | undefined =>
  readHeader(token.split('.', 1)[0] ?? '', typ);

// RFC 7515 §4.1.11: an extension that must be understood is not, here.
function readHeader(encoded: string, typ: string): string | undefined {
  const header = readJson(encoded);
  if (typeof header !== 'object' || header === null || 'crit' in header) return undefined;
  const { alg, typ: type, kid } = header as Record<string, unknown>;
  return alg === 'ES256' && type === typ && typeof kid === 'string' ? kid : undefined;
}

function readJson(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
