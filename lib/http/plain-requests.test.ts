import { expect, it } from 'vitest';
import { outsideHeaders } from './outside-headers.ts';
import { makePlainRequest } from './plain-requests.ts';

function plain(url: string, method = 'GET', headers: Record<string, string> = {}) {
  const request = { url, method, headers: { ...headers } };
  makePlainRequest(request);
  return request;
}

it('takes off what only Next’s own client and its own proxy say, and leaves the rest', () => {
  const asked = Object.fromEntries(outsideHeaders.map((name) => [name, '1']));
  const kept = { cookie: 'a=b', origin: 'https://consent.bank.example', 'x-forwarded-for': '198.51.100.7' };
  expect(plain('/', 'GET', { ...asked, ...kept }).headers).toEqual(kept);
  expect(outsideHeaders).toEqual(expect.arrayContaining(['rsc', 'next-action', 'x-forwarded-host']));
});

it.each([
  ['/authorize.rsc', '/authorize-rsc'],
  ['/authorize.rsc?state=x.rsc', '/authorize-rsc?state=x.rsc'],
  ['/authorize?state=x.rsc', '/authorize?state=x.rsc'],
  ['/authorize?state=x.rsc?y', '/authorize?state=x.rsc?y'],
  ['/accord.svg', '/accord.svg'],
  ['*', '/'],
])('reads the address %s as %s', (url, read) => {
  expect(plain(url).url).toBe(read);
});

it('RFC 9110 §9.3.8 answers TRACE as it answers OPTIONS, and leaves other methods alone', () => {
  expect(plain('/', 'TRACE').method).toBe('OPTIONS');
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) expect(plain('/', method).method).toBe(method);
});
