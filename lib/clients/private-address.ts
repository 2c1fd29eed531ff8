import { BlockList, isIPv6 } from 'node:net';

// IANA's registries of special-purpose addresses (RFC 6890), and what wraps an IPv4 address.
const networks = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ],
  ipv6: [
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 32],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ],
} as const;

const privateAddresses = new BlockList();
for (const [network, prefix] of networks.ipv4) privateAddresses.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of networks.ipv6) privateAddresses.addSubnet(network, prefix, 'ipv6');

/** True for an address that is not of the public internet. An IPv4 address written as IPv6 is read as what it is. */
export const isPrivateAddress = (address: string): boolean =>
  privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
