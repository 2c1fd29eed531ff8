import { describe, expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { apiAnswer } from './api-answer.ts';
import { fileResponse, redirectResponse } from './responses.ts';

temporaryServer();
describe('a file', () => {
  it('C5 is for keeping, of its own type, under the headers of a page', async () => {
    const response = fileResponse('content', { type: 'application/jose', name: 'receipt.jws' });
    expect(await response.text()).toBe('content');
    expect(response.headers.get('Content-Type')).toBe('application/jose');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="receipt.jws"');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
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

  it('C5 is never stored, and sets no cookie', () => {
    expect(redirectResponse('/authorize').headers.get('Cache-Control')).toBe('no-store');
    expect(redirectResponse('/authorize').headers.get('Set-Cookie')).toBeNull();
  });
});

describe('an answer to a machine', () => {
  it('T7 is JSON that is never stored, on success and on error', () => {
    for (const status of [200, 400, 401]) {
      const answer = apiAnswer({ a: 1 }, status);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      expect(JSON.parse(answer.body)).toEqual({ a: 1 });
    }
  });

  it('A27 lets no other origin read it', () => {
    expect(apiAnswer({}).headers).not.toHaveProperty('Access-Control-Allow-Origin');
    expect(apiAnswer({}).headers['Cross-Origin-Resource-Policy']).toBe('same-origin');
  });
});
