import { describe, expect, it } from 'vitest';
import { checkRequestLine } from './check-request-line.ts';

const statusOf = (target: string, method = 'GET') => checkRequestLine(method, target);

describe('a request line', () => {
  it.each([
    '/authorize?client_id=budget-buddy&state=x',
    '/consents/3fP_-x',
    '/.well-known/oauth-authorization-server',
    '/accord.svg?v=12ab',
    '/_next/static/chunks/1.css',
    `/authorize?${'a&'.repeat(100)}`,
    `/authorize?state=${'x'.repeat(39_980)}`,
    '/authorize?state=%ff//..\\',
    '/%',
    '/%E0%A4%A',
  ])('of %.60s is let in', (target) => {
    expect(statusOf(target)).toBeUndefined();
  });

  it.each([
    ['more than 100 parameters', `/authorize?${'a&'.repeat(101)}`],
    ['more than 100 semicolons', `/authorize?${'a;'.repeat(101)}`],
    ['more than 40,000 characters', `/authorize?state=${'x'.repeat(40_000)}`],
    ['a path of more than 1,000', `/${'x'.repeat(1000)}`],
  ])('O10 of %s is too long', (_, target) => {
    expect(statusOf(target)).toBe(414);
  });

  it.each(['http://evil.example/', 'authorize', ''])('O19 of %s cannot be read', (target) => {
    expect(statusOf(target)).toBe(400);
  });

  it.each([
    '//evil.example/x',
    '/\\evil.example',
    '/%5Cevil.example',
    '/%2f/evil.example',
    '/authorize/../token',
    '/%2e%2e/token',
    '/authorize/.',
    '/_next',
    '/_next/image?url=x',
    '/_next/data/x.json',
    '/%5fnext/image',
    '/authorize.rsc',
  ])('O19 of %s is nobody’s', (target) => {
    expect(statusOf(target)).toBe(404);
  });

  it('O19 of an endpoint that is not encoded as it should be cannot be read', () => {
    for (const id of ['%', '%E0%A4%A', '%zz']) expect(statusOf(`/fdx/v6/consents/${id}`)).toBe(400);
    expect(statusOf('/fdx/v6/consents/%2f%5c')).toBeUndefined();
  });

  it('O19 of an endpoint is answered for the methods that Next knows there, and no other', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'])
      expect(statusOf('/token', method)).toBeUndefined();
    for (const method of ['PROPFIND', 'QUERY', 'LINK']) expect(statusOf('/token', method)).toBe(405);
  });

  it('O19 of TRACE or QUERY, or of no address, is not answered', () => {
    expect(statusOf('/authorize', 'TRACE')).toBe(405);
    expect(statusOf('/jwks', 'QUERY')).toBe(405);
    expect(statusOf('*', 'OPTIONS')).toBe(405);
  });
});
