import { describe, expect, it } from 'vitest';
import { confidential, context, goodRequest, withValue } from '../../test/referee/good-request.ts';
import { requestOf } from '../../test/world/authorization-reading.ts';
import { longestRequest, longestState, longRedirectUri } from '../../test/world/longest-request.ts';
import { formatAuthorizationRequest } from './authorization-request.ts';
import { readAuthorizationRequest } from './read-authorization-request.ts';

const client = { ...confidential, redirectUris: [longRedirectUri], limits: { durationTypes: ['ONE_TIME' as const] } };
const parameters = { ...Object.fromEntries(goodRequest), language: 'en' };
const read = (given: Record<string, string>) =>
  readAuthorizationRequest(new URLSearchParams(given), { ...context, findRecipient: () => client });

describe('the length of a request', () => {
  it('A11 leaves room for 2,000 characters of state, however they are encoded', () => {
    expect(requestOf(withValue(goodRequest, 'state', longestState)).state).toBe(longestState);
  });

  it('A29 may be 36,000 characters, without the provider, which the customer may choose', () => {
    const reading = read(longestRequest(parameters));
    if (reading.outcome !== 'accepted') throw new Error(`was ${reading.outcome}`);
    const { providerId: _, ...request } = reading.request;
    expect(formatAuthorizationRequest(request).toString()).toHaveLength(36_000);
    const { provider_id: __, ...providerless } = longestRequest(parameters);
    expect(read(providerless).outcome).toBe('choose-provider');
  });

  it('A29 that is one more is refused, and its state comes back', () => {
    const reading = read(longestRequest(parameters, 1));
    if (reading.outcome !== 'refused') throw new Error(`was ${reading.outcome}`);
    expect(Object.fromEntries(new URL(reading.redirectTo).searchParams)).toMatchObject({
      error: 'invalid_request',
      error_description: 'authorization_details is too long: a request has at most 36000 characters',
      state: longestState,
    });
  });
});
