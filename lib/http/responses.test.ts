import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { apiResponse } from './api-response.ts';
import { pageResponse, redirectResponse } from './responses.ts';

temporaryServer();
const page = (options: Partial<Parameters<typeof pageResponse>[1]> = {}) =>
  pageResponse((nonce) => createElement('html', { 'data-nonce': nonce }, '<script>alert(1)</script>'), {
    language: 'fr',
    ...options,
  });

describe('a page', () => {
  it('A22 says its language', () => {
    expect(page().headers.get('Content-Language')).toBe('fr');
  });

  it('C2 is a whole HTML document in which a text is never markup', async () => {
    const response = page();
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!DOCTYPE html><html .*&lt;script&gt;/);
  });

  it('C2 has a nonce of its own, the same in the document and in the policy', async () => {
    const [one, other] = [page(), page()];
    const nonceOf = (response: Response) =>
      /'nonce-([\w-]{22,})'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1];
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(await one.text()).toContain(`data-nonce="${nonceOf(one)}"`);
  });

  it('C5 has the status, the targets and the headers it is given, and is never stored', () => {
    const response = page({ status: 429, headers: { 'Retry-After': '60' }, formTargets: ['com.example.app:'] });
    expect(response.status).toBe(429);
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(response.headers.get('Content-Security-Policy')).toContain("form-action 'self' https: com.example.app:");
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('a redirect', () => {
  it('C6 is a 303 to exactly the address, without a body', async () => {
    const to = "https://ledger.example/callback?a=%41&state=x'y";
    const response = redirectResponse(to);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(to);
    expect(await response.text()).toBe('');
  });

  it('C5 is never stored, and sets a cookie only when there is one', () => {
    expect(redirectResponse('/authorize').headers.get('Cache-Control')).toBe('no-store');
    expect(redirectResponse('/authorize').headers.get('Set-Cookie')).toBeNull();
    expect(redirectResponse('/authorize', 'a=b').headers.get('Set-Cookie')).toBe('a=b');
  });
});

describe('an answer to a machine', () => {
  it('T7 is JSON that is never stored, on success and on error', async () => {
    for (const status of [200, 400, 401]) {
      const response = apiResponse({ a: 1 }, status);
      expect(response.status).toBe(status);
      expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(await response.json()).toEqual({ a: 1 });
    }
  });

  it('A27 lets no other origin read it', () => {
    expect(apiResponse({}).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
