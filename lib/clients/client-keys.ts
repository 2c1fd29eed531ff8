import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIPv6 } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import type { Recipient } from '../registry/recipient.ts';

/** The keys of a client: those registered, or those at its `jwks_uri`, fetched again when it signs with a new one. */
export function keysOf({ clientId, jwks, jwksUri }: Recipient): JWTVerifyGetKey | undefined {
  if (jwks) return processWide(`jwks.${clientId}`, () => createLocalJWKSet(jwks));
  if (!jwksUri) return undefined;
  return processWide(`jwks.${clientId}`, () =>
    createRemoteJWKSet(new URL(jwksUri), {
      timeoutDuration: 5000,
      cooldownDuration: 5000,
      cacheMaxAge: 600_000,
      [customFetch]: fetchKeys,
    }),
  );
}

const privateAddresses = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateAddresses.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses.addSubnet(network, prefix, 'ipv6');

/** True for an address that only a network of ours can reach; an IPv4 address written as IPv6 is read as what it is. */
export const isPrivateAddress = (address: string): boolean =>
  privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

// The address that is connected to is the one that was looked at: a name cannot lead elsewhere in between.
const publicLookup: typeof lookup = ((host: string, options: object, done: LookupDone) =>
  lookup(host, { ...options, all: true }, (fault, addresses) => {
    const refused = addresses?.some(({ address }) => isPrivateAddress(address));
    const [first] = addresses ?? [];
    if (fault || refused || !first) return done(fault ?? new Error('the host has a private address'), '', 4);
    return 'all' in options && options.all ? done(null, addresses, 4) : done(null, first.address, first.family);
  })) as typeof lookup;
type LookupDone = (
  fault: Error | null,
  address: string | { address: string; family: number }[],
  family: number,
) => void;

const mostBytes = 100_000;

// Follows no redirect, and looks at the address itself when the URI names one instead of a host.
async function fetchKeys(address: string, { signal }: { signal: AbortSignal }): Promise<Response> {
  const url = new URL(address);
  const isAllowed = environment().allowsPrivateJwks;
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!isAllowed && /^[\d.]+$|:/.test(literal) && isPrivateAddress(literal))
    throw new Error('jwks_uri is a private address');
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const options = { signal, headers: { accept: 'application/json' }, ...(!isAllowed && { lookup: publicLookup }) };
    request(url, options, (answer) => {
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) answer.destroy(new Error('jwks_uri answers more than 100 kB'));
      });
      buffer(answer).then((body) => resolve(new Response(body, { status: answer.statusCode ?? 502 })), reject);
    })
      .on('error', reject)
      .end();
  });
}
