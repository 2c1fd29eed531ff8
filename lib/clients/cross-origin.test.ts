import { describe, expect, it } from 'vitest';
import { recipientRegistration } from '../../test/world/registration.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { crossOriginHeaders, preflightHeaders } from './cross-origin.ts';

const { client_secret_sha256: _, ...withoutSecret } = recipientRegistration;
const page = { ...withoutSecret, token_endpoint_auth_method: 'none' };
temporaryServer({
  recipients: [
    recipientRegistration,
    {
      ...page,
      client_id: 'page',
      redirect_uris: ['https://page.example/a/callback?x', 'http://localhost:5173/', 'com.example.app:/callback'],
    },
    { ...page, client_id: 'stopped', redirect_uris: ['https://stopped.example/'], status: 'suspended' },
  ],
});

describe('the page of a public client', () => {
  it.each(['https://page.example', 'http://localhost:5173'])('T14 at %s may read an answer, and post', (origin) => {
    expect(crossOriginHeaders(origin)).toEqual({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'DPoP-Nonce, Retry-After, x-fapi-interaction-id',
    });
    expect(preflightHeaders(origin)).toEqual({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, DPoP',
      'Access-Control-Max-Age': '600',
    });
  });
});

it.each([
  ['of nobody', 'https://evil.example'],
  ['of a client with a secret', 'https://ledger.example'],
  ['of a suspended client', 'https://stopped.example'],
  ['of another scheme', 'http://page.example'],
  ['of another port', 'http://localhost:5174'],
  ['of a part of the name', 'https://page.example.evil.example'],
  ['with a slash', 'https://page.example/'],
  ['in capital letters', 'https://PAGE.example'],
  ['that is none, as of a sandbox', 'null'],
  ['that is empty', ''],
  ['that is absent', null],
])('T14 an origin %s may do neither', (_, origin) => {
  expect(crossOriginHeaders(origin)).toEqual({});
  expect(preflightHeaders(origin)).toBeUndefined();
});
