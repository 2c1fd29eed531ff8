import { currentRegistry } from '../registry/current.ts';

const allowed = {
  'Access-Control-Expose-Headers': 'DPoP-Nonce, Retry-After, x-fapi-interaction-id',
};
const allowedBefore = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, DPoP',
  'Access-Control-Max-Age': '600',
};

/** The headers that let a page read an answer (Fetch §3.2): one of an active public client's own origin, and no other. */
export const crossOriginHeaders = (origin: string | null): Record<string, string> =>
  origin !== null && isOfPublicClient(origin) ? { 'Access-Control-Allow-Origin': origin, ...allowed } : {};

/** The same for the question that a browser puts first; undefined for any other page. */
export const preflightHeaders = (origin: string | null): Record<string, string> | undefined =>
  origin !== null && isOfPublicClient(origin) ? { 'Access-Control-Allow-Origin': origin, ...allowedBefore } : undefined;

function isOfPublicClient(origin: string): boolean {
  for (const { tokenEndpointAuthMethod, status, redirectUris } of currentRegistry().recipients.values())
    if (
      tokenEndpointAuthMethod === 'none' &&
      status === 'active' &&
      redirectUris.some((uri) => originOf(uri) === origin)
    )
      return true;
  return false;
}

/** Undefined for the private-use scheme of an app: `null` is what sandboxed pages of anybody send. */
function originOf(redirectUri: string): string | undefined {
  const { origin, protocol } = new URL(redirectUri);
  return /^https?:$/.test(protocol) ? origin : undefined;
}
