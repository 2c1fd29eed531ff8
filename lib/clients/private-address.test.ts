import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from './private-address.ts';

/** A network, with its first and its last address, from IANA's registries of special-purpose addresses (RFC 6890). */
const networks: [string, string, string][] = [
  ['this network, RFC 1122', '0.0.0.0', '0.255.255.255'],
  ['private use, RFC 1918', '10.0.0.0', '10.255.255.255'],
  ['private use, RFC 1918', '172.16.0.0', '172.31.255.255'],
  ['private use, RFC 1918', '192.168.0.0', '192.168.255.255'],
  ['shared address space, RFC 6598', '100.64.0.0', '100.127.255.255'],
  ['loopback, RFC 1122', '127.0.0.0', '127.255.255.255'],
  ['link local, RFC 3927', '169.254.0.0', '169.254.255.255'],
  ['IETF protocol assignments, RFC 6890', '192.0.0.0', '192.0.0.255'],
  ['documentation, RFC 5737', '192.0.2.0', '192.0.2.255'],
  ['documentation, RFC 5737', '198.51.100.0', '198.51.100.255'],
  ['documentation, RFC 5737', '203.0.113.0', '203.0.113.255'],
  ['benchmarking, RFC 2544', '198.18.0.0', '198.19.255.255'],
  ['multicast, reserved and broadcast', '224.0.0.0', '255.255.255.255'],
  ['unspecified, loopback, IPv4-compatible, RFC 4291 §2.5.5.1', '::', '::ffff:ffff'],
  ['IPv4 translation, RFC 6052', '64:ff9b::', '64:ff9b::ffff:ffff'],
  ['local IPv4 translation, RFC 8215', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  ['discard only, RFC 6666', '100::', '100::ffff:ffff:ffff:ffff'],
  ['Teredo, RFC 4380', '2001::', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['documentation, RFC 3849', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['6to4, RFC 3056', '2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['documentation, RFC 9637', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['unique local, RFC 4193', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['link local, RFC 4291', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['site local, RFC 3879', 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['multicast, RFC 4291', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
];

describe('an address that is not of the public internet', () => {
  it.each(networks)('is refused: %s (%s to %s)', (_, first, last) => {
    expect([isPrivateAddress(first), isPrivateAddress(last)]).toEqual([true, true]);
  });

  it.each(['::10.0.0.1', '::127.0.0.1', '::8.8.8.8', '::ffff:10.0.0.1', '::ffff:a00:1', '::ffff:127.0.0.1'])(
    'is refused: an IPv4 address written as IPv6, %s',
    (address) => expect(isPrivateAddress(address)).toBe(true),
  );
});

describe('a public address', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.0.3.0',
    '198.51.99.255',
    '198.51.101.0',
    '198.17.255.255',
    '198.20.0.0',
    '203.0.112.255',
    '203.0.114.0',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '::1:0:0',
    '64:ff9b:0:1::',
    '64:ff9b:2::',
    '100:0:0:1::',
    '2001:1::',
    '2001:db7:ffff::',
    '2001:db9::',
    '2003::',
    '2606:4700::1111',
    '3fff:1000::',
    'fbff::',
  ])('is asked: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});
