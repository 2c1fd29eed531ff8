import { isIPv6 } from 'node:net';

/** Whom an address stands for when attempts are counted: of IPv6 the network of one site, /64 (RFC 4291 §2.5.4). */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.replace(/%.*/, '').toLowerCase().split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const [head, tail] = [groups(before), groups(after)];
  // An IPv4 address at the end stands for two groups.
  const last = tail.at(-1) ?? head.at(-1) ?? '';
  const missing = 8 - head.length - tail.length - (last.includes('.') ? 1 : 0);
  const all = after === undefined ? head : [...head, ...Array(missing).fill('0'), ...tail];
  const isMapped = all.slice(0, 5).every((group) => Number.parseInt(group, 16) === 0) && all[5] === 'ffff';
  return isMapped
    ? address
    : all
        .slice(0, 4)
        .map((group) => Number.parseInt(group, 16).toString(16))
        .join(':');
}
