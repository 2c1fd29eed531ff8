import { lookup } from 'node:dns';
import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { environment } from '../process/environment.ts';
import { isPrivateAddress } from './private-address.ts';

/** The most that is read of an answer, in bytes. */
const mostBytes = 100_000;

interface Asked extends Pick<RequestOptions, 'method' | 'headers' | 'signal'> {
  body?: string;
}

/** Asks an address that somebody else has registered: no redirect is followed, and no private address asked. */
export async function askPublicly(address: string, { body, ...options }: Asked): Promise<Response> {
  const url = new URL(address);
  const isAllowed = environment().allowsPrivateJwks;
  // A URI that names an address instead of a host needs no look-up, so it is checked here.
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!isAllowed && /^[\d.]+$|:/.test(literal) && isPrivateAddress(literal)) throw new Error('it is a private address');
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request(url, { ...options, ...(!isAllowed && { lookup: publicLookup }) }, (answer) => {
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) answer.destroy(new Error('it answers more than 100 kB'));
      });
      buffer(answer).then((content) => resolve(responseOf(answer.statusCode ?? 502, content)), reject);
    })
      .on('error', reject)
      .end(body);
  });
}

// A status without content may have none, not even an empty one.
const responseOf = (status: number, content: Buffer): Response =>
  new Response(content.length > 0 ? new Uint8Array(content) : null, { status });

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
