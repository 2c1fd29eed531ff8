import { BlockList, isIP } from 'node:net';

/** Reads a list of addresses and networks, such as `127.0.0.1, 10.0.0.0/8, ::1`; undefined when one of them is neither. */
export function readTrustedProxies(list: string): BlockList | undefined {
  const trusted = new BlockList();
  for (const entry of list.split(',').map((part) => part.trim())) {
    const [address = '', prefix, ...more] = entry.split('/');
    const kind = kindOf(address);
    if (!kind || more.length > 0) return undefined;
    if (prefix === undefined) trusted.addAddress(address, kind);
    else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (kind === 'ipv4' ? 32 : 128))
      trusted.addSubnet(address, Number(prefix), kind);
    else return undefined;
  }
  return trusted;
}

/**
 * Whose address a request comes from: the peer's, and behind proxies that are trusted the last one before them in
 * `X-Forwarded-For`. What stands left of it anyone may have written.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: BlockList | undefined): string {
  let client = withoutMapping(peer);
  const hops = (forwardedFor ?? '').split(',').map((hop) => withoutMapping(withoutPort(hop.trim())));
  while (isTrusted(client, trusted)) {
    const hop = hops.pop();
    // A hop that is no address ends what can be told.
    if (hop === undefined || !kindOf(hop)) return client;
    client = hop;
  }
  return client;
}

function isTrusted(address: string, trusted: BlockList | undefined): boolean {
  const kind = kindOf(address);
  return trusted !== undefined && kind !== undefined && trusted.check(address, kind);
}

const kinds = { 0: undefined, 4: 'ipv4', 6: 'ipv6' } as const;
const kindOf = (address: string) => kinds[isIP(address) as keyof typeof kinds];

// A socket that speaks both writes IPv4 so (RFC 4291 §2.5.5.2).
const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

// RFC 7239 §6 allows a port behind an address, and brackets around an IPv6 one.
function withoutPort(hop: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1];
  return bracketed ?? hop.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}
