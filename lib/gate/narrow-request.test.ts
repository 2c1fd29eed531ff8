import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { narrowRequest } from './narrow-request.ts';

function narrowed(headers: Record<string, string>) {
  const request = { headers: { host: 'evil.example', ...headers } } as unknown as IncomingMessage;
  return { isLetIn: narrowRequest(request, 'consent.example'), headers: request.headers };
}

const cookies = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}=x`);

describe('of a request', () => {
  it.each([
    'rsc',
    'next-action',
    'next-router-state-tree',
    'x-nextjs-data',
    'x-middleware-subrequest',
    'x-invoke-path',
    'x-matched-path',
    'x-forwarded-host',
    'x-forwarded-proto',
    'forwarded',
    'x-accord-problem',
    'x-nonce',
    'range',
    'if-match',
  ])('%s is taken off', (name) => {
    expect(narrowed({ [name]: 'x' }).headers).not.toHaveProperty(name);
  });

  it.each([
    'x-forwarded-for',
    'authorization',
    'dpop',
    'content-type',
    'origin',
    'x-fapi-interaction-id',
    'if-none-match',
  ])('%s goes on', (name) => {
    expect(narrowed({ [name]: 'x' }).headers).toHaveProperty(name, 'x');
  });

  it('the host is ours, whatever it says', () => {
    expect(narrowed({}).headers.host).toBe('consent.example');
  });

  it('O10 up to 100 cookies go on as they are', () => {
    const cookie = cookies(100, 'c').join('; ');
    expect(narrowed({ cookie })).toMatchObject({ isLetIn: true, headers: { cookie } });
  });

  it('O10 of more than 100 cookies only ours go on', () => {
    const ours = ['__Host-accord-session=a', 'accord-flow=b'];
    const cookie = [...cookies(100, 'c'), ...ours].join('; ');
    const { isLetIn, headers } = narrowed({ cookie });
    expect(isLetIn).toBe(true);
    expect(headers.cookie?.split(';').map((one) => one.trim())).toEqual(ours);
  });

  it('O10 more than 100 cookies of ours are refused', () => {
    expect(narrowed({ cookie: cookies(101, 'accord').join('; ') }).isLetIn).toBe(false);
  });
});
