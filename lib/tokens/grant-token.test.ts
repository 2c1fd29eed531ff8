import { describe, expect, it } from 'vitest';
import { registeredRecipient } from '../../test/world/registration.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import type { Caller } from '../clients/caller.ts';
import type { TokenGrant } from '../oauth/token-request.ts';
import { grantToken } from './grant-token.ts';
import { tokenErrorOf } from './token-outcome.ts';

const code: TokenGrant = {
  grantType: 'authorization_code',
  code: 'unknown',
  redirectUri: 'https://ledger.example/callback',
  codeVerifier: undefined,
};
const refresh: TokenGrant = { grantType: 'refresh_token', refreshToken: 'unknown', scope: undefined };
const own: TokenGrant = { grantType: 'client_credentials', scope: undefined };

function callerOf(change: object = {}): Caller {
  const recipient = { ...registeredRecipient(), ...change };
  return { ...recipient, kind: 'recipient', recipient };
}

/** What a client without a DPoP proof is told. */
async function told(grant: TokenGrant, caller = callerOf()) {
  const outcome = await grantToken(await temporaryDatabase(), grant, { caller, senderKey: undefined }, 1_773_327_600);
  if (outcome.outcome === 'issued') throw new Error('a token was issued');
  const { error, description } = tokenErrorOf(outcome);
  return [error, description];
}

describe('a grant that is refused', () => {
  it.each([code, refresh, own])('T10 for want of a DPoP proof is an invalid request: $grantType', async (grant) => {
    expect(await told(grant, callerOf({ profile: 'fapi2' }))).toEqual([
      'invalid_request',
      'this client must send a DPoP proof (RFC 9449)',
    ]);
  });

  it('T5 for its code or its refresh token is told in one text each', async () => {
    expect(await told(code)).toEqual(['invalid_grant', 'the code is not valid for this request']);
    expect(await told(refresh)).toEqual(['invalid_grant', 'the refresh token is not valid for this request']);
  });

  it('of a public client for itself is not for that client', async () => {
    const [error] = await told(own, callerOf({ tokenEndpointAuthMethod: 'none' }));
    expect(error).toBe('unauthorized_client');
  });

  it('of a client for itself with a customer’s scope is an invalid scope', async () => {
    const [error] = await told({ grantType: 'client_credentials', scope: 'ACCOUNT_BASIC' });
    expect(error).toBe('invalid_scope');
  });
});
