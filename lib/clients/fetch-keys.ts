import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { environment } from '../process/environment.ts';
import { isPrivateAddress } from './private-address.ts';

/** The most that is read of an answer, in bytes. */
const mostBytes = 100_000;

/** Fetches a `jwks_uri` that its client has registered: no redirect is followed, and no private address asked. */
export async function fetchKeys(address: string, { signal }: { signal: AbortSignal }): Promise<Response> {
  const url = new URL(address);
  const isAllowed = environment().allowsPrivateJwks;
  // A URI that names an address instead of a host needs no look-up, so it is checked here.
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

// The connection is made to the address that was checked: a name cannot lead elsewhere in between.
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
