import { describe, expect, it } from 'vitest';
import { clientAddress, readTrustedProxies } from './client-address.ts';

const proxies = readTrustedProxies('127.0.0.1, ::1, 10.0.0.0/8');

describe('the address of a client', () => {
  it.each([
    ['the peer’s, when it is trusted by nobody', '203.0.113.9', '198.51.100.7', undefined, '203.0.113.9'],
    ['the peer’s, when it is no proxy of ours, whatever it claims', '203.0.113.9', '10.0.0.1', proxies, '203.0.113.9'],
    ['the one that our proxy has seen', '127.0.0.1', '198.51.100.7', proxies, '198.51.100.7'],
    [
      'the last one, not the first that anyone may write',
      '127.0.0.1',
      '1.2.3.4, 198.51.100.7',
      proxies,
      '198.51.100.7',
    ],
    [
      'the last before a chain of proxies of ours',
      '127.0.0.1',
      '1.2.3.4, 198.51.100.7, 10.9.9.9',
      proxies,
      '198.51.100.7',
    ],
    ['a proxy’s, when there is nothing before it', '127.0.0.1', '10.1.1.1', proxies, '10.1.1.1'],
    ['the proxy’s, without a header', '::1', undefined, proxies, '::1'],
    ['the proxy’s, when the header is no address', '::1', 'unknown', proxies, '::1'],
    ['the proxy’s, when the last hop is no address', '::1', '198.51.100.7, <script>', proxies, '::1'],
    ['an IPv4 one, however the socket writes it', '::ffff:127.0.0.1', '::ffff:198.51.100.7', proxies, '198.51.100.7'],
    ['without its port', '127.0.0.1', '198.51.100.7:4711', proxies, '198.51.100.7'],
    ['without brackets and port', '127.0.0.1', '[2001:db8::7]:4711', proxies, '2001:db8::7'],
  ])('is %s', (_, peer, header, trusted, address) => {
    expect(clientAddress(peer, header, trusted)).toBe(address);
  });

  it.each(['', 'localhost', '10.0.0.0/33', '::1/129', '10.0.0.0/8/8', '10.0.0.1 10.0.0.2', '10.0.0.0/x', '127.0.0.1,'])(
    'is not read by the list "%s"',
    (list) => {
      expect(readTrustedProxies(list)).toBeUndefined();
    },
  );
});
