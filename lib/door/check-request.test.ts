import { describe, expect, it } from 'vitest';
import { temporaryIssuer, temporaryServer } from '../../test/world/temporary-server.ts';
import { pageFormLimit } from '../authorization/size-limits.ts';
import { checkPostedForm, checkPostedRequest, checkRequestLine, isPostedRequest, methodsOf } from './check-request.ts';

temporaryServer();

const post = ['GET', 'HEAD', 'POST'];
const read = ['GET', 'HEAD'];

describe('the addresses of people', () => {
  it.each([
    ['/authorize', post],
    ['/sign-in', post],
    ['/sign-out', post],
    ['/consents', post],
    ['/consents/stop', post],
    ['/consents/a-1_B', post],
    ['/consents/a-1_B/stop', post],
    ['/consents/a-1_B/change', post],
    ['/consents/a-1_B/receipt', post],
    ['/consents/a-1_B/receipt.jws', read],
    ['/', read],
    ['/problem', read],
    ['/sign-in/callback', ['GET']],
    ['/sign-out/callback', ['GET']],
  ])('%s answers %j', (path, methods) => {
    expect(methodsOf(path)).toEqual(methods);
  });

  it.each([
    '/authorize/posted',
    '/sign-in/bank',
    '/sign-in/callback/x/y',
    '/consents/a/b',
    '/consents/a/stop/x',
    `/consents/${'a'.repeat(65)}`,
    '/consents/%00',
    '/consents/a.rsc',
    '/authorize.rsc',
    '/token',
    '/_next/data/x.json',
    '/AUTHORIZE',
    '//authorize',
  ])('are not %s', (path) => {
    expect(methodsOf(path)).toBeUndefined();
  });
});

describe('the request line', () => {
  const check = (change: object) =>
    checkRequestLine({ method: 'GET', path: '/authorize', search: '', ...change }, 'fr');
  it('A29 may be 40,000 characters of query', () => {
    expect(check({ search: 'x'.repeat(40_000) })).toBeUndefined();
    expect(check({ search: 'x'.repeat(40_001) })).toMatchObject({ name: 'uri-too-long', status: 414, language: 'fr' });
  });
  it('of another method is 405, and of no page 404', () => {
    expect(check({ method: 'PUT' })).toMatchObject({ name: 'method-not-allowed', status: 405 });
    expect(check({ method: 'PUT', path: '/x' })).toMatchObject({ name: 'not-found', status: 404 });
  });
});

describe('an authorization request as a form', () => {
  const headers = (type: string, length?: string) =>
    new Headers({ 'content-type': type, ...(length && { 'content-length': length }) });
  it.each(['application/x-www-form-urlencoded', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8'])(
    'is known by its type, %s, at its own address alone',
    (type) => {
      expect(isPostedRequest('/authorize', headers(type))).toBe(true);
      expect(isPostedRequest('/sign-in', headers(type))).toBe(false);
    },
  );
  it.each(['multipart/form-data; boundary=x', 'text/plain', ''])('is none as %j', (type) => {
    expect(isPostedRequest('/authorize', headers(type))).toBe(false);
  });
  it('says its length, and is at most 16 kB', () => {
    const check = (length?: string) => checkPostedRequest(headers('x/y', length), 'en')?.status;
    expect([check(), check('0'), check('16384'), check('16385')]).toEqual([411, undefined, undefined, 413]);
  });
});

describe('a form of a page', () => {
  const good = { origin: temporaryIssuer, 'content-type': 'multipart/form-data; boundary=b', 'content-length': '90' };
  const body = `--b\r\nContent-Disposition: form-data; name="$ACTION_ID_40${'a'.repeat(40)}"\r\n\r\n\r\n--b--\r\n`;
  const check = async (change: Record<string, string | undefined>, sent = body) => {
    const headers = Object.entries({ ...good, ...change }).filter((pair): pair is [string, string] => !!pair[1]);
    // A browser's own `Request` would not let a page set these.
    const request = { headers: new Headers(headers), clone: () => new Response(sent, { headers }) };
    return (await checkPostedForm(request as unknown as Request, '/authorize', 'fr'))?.status;
  };

  it('passes when it is ours', async () => expect(await check({})).toBeUndefined());
  it.each([
    ['C8 a foreign origin', { origin: 'https://evil.example' }, 403],
    ['C8 no origin', { origin: undefined }, 403],
    ['C8 a foreign origin, whatever else is wrong', { origin: 'null', 'content-type': 'text/plain' }, 403],
    ['another type', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no type', { 'content-type': undefined }, 415],
    ['no length', { 'content-length': undefined }, 411],
    ['all it may weigh', { 'content-length': String(pageFormLimit) }, undefined],
    ['a byte more', { 'content-length': String(pageFormLimit + 1) }, 413],
    ['another boundary', { 'content-type': 'multipart/form-data; boundary=c' }, 400],
    ['no boundary', { 'content-type': 'multipart/form-data' }, 400],
  ])('is refused with %s', async (_, change, status) => expect(await check(change)).toBe(status));
  it('is refused without an action', async () => expect(await check({}, body.replace('$ACTION', 'x'))).toBe(400));
});
